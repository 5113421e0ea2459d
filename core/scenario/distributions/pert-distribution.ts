import { requireRatio } from "../../committee/preconditions";
import { computeIncompleteBeta, invertIncompleteBeta } from "../../committee/probability/incomplete-beta";
import type { Distribution } from "./distribution";
import { createFixedDistribution } from "./fixed-distribution";
import { requireThreePointEstimate } from "./three-point-estimate";

const LAMBDA = 4;

/**
 * The PERT distribution of a low, likely and high estimate: a beta
 * distribution on a..b with α = 1 + 4(m−a)/(b−a), β = 1 + 4(b−m)/(b−a).
 *
 * Mean (a+4m+b)/6, variance (mean−a)(b−mean)/7. Quantiles by inverting the
 * incomplete beta function: cdf(quantile(p)) differs from p by at most 1e−12.
 * low = high is a fixed number. Malcolm et al. 1959.
 */
export function createPertDistribution(low: number, likely: number, high: number): Distribution {
  requireThreePointEstimate("createPertDistribution", low, likely, high);
  if (low === high) return createFixedDistribution(low);
  const range = high - low;
  const alpha = 1 + (LAMBDA * (likely - low)) / range;
  const beta = 1 + (LAMBDA * (high - likely)) / range;
  const mean = low + (range * alpha) / (alpha + beta);
  return {
    mean,
    variance: ((mean - low) * (high - mean)) / (LAMBDA + 3),
    quantile: (p) => {
      requireRatio("PERT quantile", "p", p);
      return p === 1 ? high : low + range * invertIncompleteBeta(p, alpha, beta);
    },
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : computeIncompleteBeta((x - low) / range, alpha, beta)),
  };
}
