import { requireEquityInput } from "./equity-population";
import { listIndices, sortIndices } from "./sort-indices";

/**
 * Gini coefficient of `values`, each counted `weights[i]` times (default once):
 * Σ_iΣ_j w_i w_j |x_i − x_j| / (2 W² x̄). 0 when all are equal; towards 1 when one
 * has all. Values and weights ≥ 0; no values, no weight or only zeros give 0.
 * For equity between units: amounts per head, weighted by population. O(n log n). Gini 1912.
 *
 * `order` is room for the indices of the values, each once in any order; it comes
 * back in that of the values, and given again saves sorting them.
 */
export function computeGini(
  values: ArrayLike<number>,
  weights: ArrayLike<number> = new Array<number>(values.length).fill(1),
  order: Int32Array = listIndices(values.length),
): number {
  requireEquityInput("computeGini", values, weights);
  sortIndices(order, values);
  let weightBelow = 0;
  let amountBelow = 0;
  let differences = 0;
  for (let place = 0; place < order.length; place += 1) {
    const index = order[place] ?? 0;
    const value = values[index] ?? 0;
    const weight = weights[index] ?? 0;
    differences += weight * (value * weightBelow - amountBelow);
    weightBelow += weight;
    amountBelow += weight * value;
  }
  // Each pair was met once, so the doubled sum over 2 W² x̄ = 2 W Σwx leaves W Σwx.
  const scale = weightBelow * amountBelow;
  return scale > 0 ? Math.min(1, Math.max(0, differences / scale)) : 0;
}
