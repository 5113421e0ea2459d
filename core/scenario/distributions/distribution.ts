/**
 * A probability distribution of one uncertain number, in closed form.
 * `quantile(p)` for p in 0..1 and `cdf(x)` for any x are inverse to each other
 * (within the error stated at each distribution).
 */
export interface Distribution {
  readonly mean: number;
  readonly variance: number;
  quantile(p: number): number;
  cdf(x: number): number;
}
