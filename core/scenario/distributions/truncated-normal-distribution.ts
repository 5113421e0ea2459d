import { requireRatio } from "../../committee/preconditions";
import {
  computeNormalCdf,
  computeNormalDensity,
  computeNormalQuantile,
} from "../../committee/probability/normal-distribution";
import type { Distribution } from "./distribution";
import { createFixedDistribution } from "./fixed-distribution";

/**
 * The normal distribution with mean `location` ≥ 0 and standard deviation
 * `scale`, cut off below 0 (an amount cannot be negative). Its own mean is
 * therefore a little above `location`. scale = 0 is a fixed number.
 */
export function createTruncatedNormalDistribution(location: number, scale: number): Distribution {
  if (!(location >= 0 && scale >= 0 && Number.isFinite(location + scale))) {
    throw new RangeError("createTruncatedNormalDistribution: location >= 0 and scale >= 0 are required");
  }
  if (scale === 0) return createFixedDistribution(location);
  const cut = -location / scale;
  const kept = computeNormalCdf(-cut);
  const hazard = computeNormalDensity(cut) / kept;
  return {
    mean: location + scale * hazard,
    variance: scale ** 2 * (1 + cut * hazard - hazard ** 2),
    quantile: (p) => {
      requireRatio("truncated normal quantile", "p", p);
      // From the upper end: 1 − p of what is kept lies above the quantile.
      return Math.max(0, location - scale * computeNormalQuantile((1 - p) * kept));
    },
    cdf: (x) => (x <= 0 ? 0 : 1 - computeNormalCdf((location - x) / scale) / kept),
  };
}
