import { computeNormalCdf, computeNormalQuantile } from "../../committee/probability/normal-distribution";
import type { Distribution } from "./distribution";

/** A lognormal distribution with the mean `mu` and standard deviation `sigma` of the logarithm. */
export interface LognormalDistribution extends Distribution {
  readonly mu: number;
  readonly sigma: number;
}

/**
 * The lognormal distribution of exp(N(μ, σ)): a positive number whose errors
 * multiply, such as a cost. σ = 0 is a fixed number. quantile(0) = 0, quantile(1) = Infinity.
 * Relative error of quantiles at most 1e−12 · max(1, σ).
 */
function createLognormal(mu: number, sigma: number): LognormalDistribution {
  const mean = Math.exp(mu + sigma ** 2 / 2);
  return {
    mu,
    sigma,
    mean,
    variance: Math.expm1(sigma ** 2) * mean ** 2,
    quantile: (p) => (sigma === 0 ? Math.exp(mu) : Math.exp(mu + sigma * computeNormalQuantile(p))),
    cdf: (x) => {
      if (x <= 0) return 0;
      if (sigma === 0) return x >= Math.exp(mu) ? 1 : 0;
      return computeNormalCdf((Math.log(x) - mu) / sigma);
    },
  };
}

/** Lognormal from its own mean (> 0) and standard deviation (≥ 0), in the unit of the number. */
export function createLognormalFromMoments(mean: number, standardDeviation: number): LognormalDistribution {
  if (!(mean > 0 && standardDeviation >= 0 && Number.isFinite(mean + standardDeviation))) {
    throw new RangeError("createLognormalFromMoments: mean > 0 and standardDeviation >= 0 are required");
  }
  const variance = Math.log1p((standardDeviation / mean) ** 2);
  return createLognormal(Math.log(mean) - variance / 2, Math.sqrt(variance));
}

/** Lognormal from the values that are exceeded with 90 % (`p10`) and with 10 % (`p90`); 0 < p10 ≤ p90. */
export function createLognormalFromPercentiles(p10: number, p90: number): LognormalDistribution {
  if (!(p10 > 0 && p10 <= p90 && Number.isFinite(p90))) {
    throw new RangeError("createLognormalFromPercentiles: 0 < p10 <= p90 is required");
  }
  const sigma = (Math.log(p90) - Math.log(p10)) / (2 * computeNormalQuantile(0.9));
  return createLognormal((Math.log(p10) + Math.log(p90)) / 2, sigma);
}
