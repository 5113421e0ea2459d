/**
 * Probability masses of a distribution on 0..last from the ratios of neighbours.
 *
 * `riseRatio(k)` is P(k+1)/P(k). The recurrence runs outwards from `start`
 * (best: the mode, so that far masses underflow to 0 instead of overflowing)
 * and the masses are divided by their sum, so no gamma function is needed and
 * the relative error stays near (last + 1) · 1e−16. Cost O(last).
 */
export function massFromRatios(last: number, start: number, riseRatio: (k: number) => number): Float64Array {
  const masses = new Float64Array(last + 1);
  masses[start] = 1;
  let sum = 1;
  for (let k = start, mass = 1; k < last && mass > 0; k += 1) {
    mass *= riseRatio(k);
    masses[k + 1] = mass;
    sum += mass;
  }
  for (let k = start - 1, mass = 1; k >= 0 && mass > 0; k -= 1) {
    mass /= riseRatio(k);
    masses[k] = mass;
    sum += mass;
  }
  for (let k = 0; k <= last; k += 1) masses[k] = (masses[k] ?? 0) / sum;
  return masses;
}

/** P(X ≥ from) for masses on 0..last, clamped to 0..1; 1 when `from` ≤ 0, 0 when `from` > last. */
export function sumUpperTail(masses: Float64Array, from: number): number {
  if (from <= 0) return 1;
  let sum = 0;
  for (let k = masses.length - 1; k >= from; k -= 1) sum += masses[k] ?? 0;
  return Math.min(1, sum);
}
