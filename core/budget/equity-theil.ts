import { requireEquityInput } from "./equity-population";

/**
 * Theil's T index of `values`, each counted `weights[i]` times (default once):
 * Σ (w/W)(x/x̄) ln(x/x̄), with 0·ln 0 = 0. 0 when all are equal, ln n at most.
 * Can be split into inequality within and between groups. Values and weights
 * ≥ 0; no values, no weight or only zeros give 0. Theil 1967; Bourguignon 1979.
 */
export function computeTheil(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): number {
  requireEquityInput("computeTheil", values, weights);
  // Values relative to the largest, so that the mean of tiny amounts does not vanish in rounding.
  const largest = values.reduce((highest, value) => Math.max(highest, value), 0);
  if (largest === 0) return 0;
  let weightSum = 0;
  let amountSum = 0;
  values.forEach((value, position) => {
    weightSum += weights[position] ?? 0;
    amountSum += (value / largest) * (weights[position] ?? 0);
  });
  if (!(amountSum > 0)) return 0;
  let index = 0;
  values.forEach((value, position) => {
    const weight = weights[position] ?? 0;
    const relative = (value / largest) * (weightSum / amountSum);
    if (relative > 0 && weight > 0) index += (weight / weightSum) * relative * Math.log(relative);
  });
  return Math.max(0, index);
}
