import { requireEquityInput } from "./equity-population";

/**
 * Theil's T index of `values`, each counted `weights[i]` times (default once):
 * Σ (w/W)(x/x̄) ln(x/x̄), with 0·ln 0 = 0. 0 when all are equal, ln n at most.
 * Can be split into inequality within and between groups. Values and weights
 * ≥ 0; no values, no weight or only zeros give 0. Theil 1967; Bourguignon 1979.
 */
export function computeTheil(
  values: ArrayLike<number>,
  weights: ArrayLike<number> = new Array<number>(values.length).fill(1),
): number {
  requireEquityInput("computeTheil", values, weights);
  // Values relative to the largest, so that the mean of tiny amounts does not vanish in rounding.
  let largest = 0;
  for (let index = 0; index < values.length; index += 1) largest = Math.max(largest, values[index] ?? 0);
  if (largest === 0) return 0;
  let weightSum = 0;
  let amountSum = 0;
  for (let position = 0; position < values.length; position += 1) {
    weightSum += weights[position] ?? 0;
    amountSum += ((values[position] ?? 0) / largest) * (weights[position] ?? 0);
  }
  if (!(amountSum > 0)) return 0;
  let index = 0;
  for (let position = 0; position < values.length; position += 1) {
    const weight = weights[position] ?? 0;
    const relative = ((values[position] ?? 0) / largest) * (weightSum / amountSum);
    if (relative > 0 && weight > 0) index += (weight / weightSum) * relative * Math.log(relative);
  }
  return Math.max(0, index);
}
