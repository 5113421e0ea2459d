import { requireRatio } from "../../committee/preconditions";
import type { Distribution } from "./distribution";

/** A number that is known: all probability on `value`. */
export function createFixedDistribution(value: number): Distribution {
  if (!Number.isFinite(value)) throw new RangeError("createFixedDistribution: value must be finite");
  return {
    mean: value,
    variance: 0,
    quantile: (p) => {
      requireRatio("fixed quantile", "p", p);
      return value;
    },
    cdf: (x) => (x >= value ? 1 : 0),
  };
}
