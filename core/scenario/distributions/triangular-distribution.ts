import { requireRatio } from "../../committee/preconditions";
import type { Distribution } from "./distribution";
import { createFixedDistribution } from "./fixed-distribution";
import { requireThreePointEstimate } from "./three-point-estimate";

/**
 * The triangular distribution of a low, likely and high estimate: its density
 * rises in a straight line from a to m and falls to b. Mean (a+m+b)/3,
 * variance (a²+m²+b²−am−ab−mb)/18. low = high is a fixed number. Exact.
 */
export function createTriangularDistribution(low: number, likely: number, high: number): Distribution {
  requireThreePointEstimate("createTriangularDistribution", low, likely, high);
  if (low === high) return createFixedDistribution(low);
  const range = high - low;
  const rise = likely - low;
  const fall = high - likely;
  return {
    mean: (low + likely + high) / 3,
    // The same as the textbook form, without its cancellation for large amounts.
    variance: (rise ** 2 + rise * fall + fall ** 2) / 18,
    quantile: (p) => {
      requireRatio("triangular quantile", "p", p);
      return p * range < rise ? low + Math.sqrt(p * range * rise) : high - Math.sqrt((1 - p) * range * fall);
    },
    cdf: (x) => {
      if (x <= low) return 0;
      if (x >= high) return 1;
      return x < likely ? (x - low) ** 2 / (range * rise) : 1 - (high - x) ** 2 / (range * fall);
    },
  };
}
