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
  let weightSum = 0;
  let amountSum = 0;
  values.forEach((value, index) => {
    weightSum += weights[index] ?? 0;
    amountSum += value * (weights[index] ?? 0);
  });
  if (!(amountSum > 0)) return 0;
  const mean = amountSum / weightSum;
  let index = 0;
  values.forEach((value, position) => {
    const weight = weights[position] ?? 0;
    if (value > 0 && weight > 0) index += (weight / weightSum) * (value / mean) * Math.log(value / mean);
  });
  return Math.max(0, index);
}
