import { requireInteger, requireRatio } from "../preconditions";
import { computeNormalQuantile } from "../probability/normal-distribution";

/**
 * Margin of error of a share `p` measured in a random sample of `seats` people,
 * as a ratio: z·√(p(1−p)/n), z = 1.96 at the default confidence of 95 %.
 * The usual approximation: not meant for n·p below about 5. seats ≥ 1, confidence in [0, 1).
 */
export function computeSamplingMargin(seats: number, p = 0.5, confidence = 0.95): number {
  requireInteger("computeSamplingMargin", "seats", seats, 1);
  requireRatio("computeSamplingMargin", "p", p);
  requireRatio("computeSamplingMargin", "confidence", confidence);
  return computeNormalQuantile((1 + confidence) / 2) * Math.sqrt((p * (1 - p)) / seats);
}
