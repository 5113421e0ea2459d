import { requireInteger, requireRatio } from "../preconditions";
import { massFromRatios } from "./mass-from-ratios";

/**
 * Masses P(X = k), k = 0..trials, of the binomial distribution: successes among
 * independent trials that each succeed with probability `p`. Feller 1968.
 */
export function computeBinomialMass(trials: number, p: number): Float64Array {
  requireInteger("computeBinomialMass", "trials", trials, 0);
  requireRatio("computeBinomialMass", "p", p);
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  if (p === 0 || p === 1) {
    const masses = new Float64Array(trials + 1);
    masses[mode] = 1;
    return masses;
  }
  const odds = p / (1 - p);
  return massFromRatios(trials, mode, (k) => ((trials - k) / (k + 1)) * odds);
}
