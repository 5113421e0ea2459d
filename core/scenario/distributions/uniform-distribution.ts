import { requireRatio } from "../../committee/preconditions";
import type { Distribution } from "./distribution";
import { createFixedDistribution } from "./fixed-distribution";

/** Every value from `low` to `high` equally likely; low = high is a fixed number. */
export function createUniformDistribution(low: number, high: number): Distribution {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low <= high)) {
    throw new RangeError("createUniformDistribution: low <= high, both finite, is required");
  }
  if (low === high) return createFixedDistribution(low);
  const range = high - low;
  return {
    mean: low + range / 2,
    variance: range ** 2 / 12,
    quantile: (p) => {
      requireRatio("uniform quantile", "p", p);
      return low + p * range;
    },
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / range)),
  };
}
