import { requireInteger, requireRatio } from "../preconditions";
import { computeBinomialMass } from "./binomial-mass";
import { massFromRatios } from "./mass-from-ratios";

/**
 * Masses P(X = k), k = 0..trials, of the beta-binomial distribution: trials that
 * succeed with probability `p` each and share the pairwise correlation `rho`
 * (0..1), a = p(1−ρ)/ρ, b = (1−p)(1−ρ)/ρ. ρ = 0 is the binomial distribution;
 * ρ = 1 means that all trials have the same outcome.
 */
export function computeBetaBinomialMass(trials: number, p: number, rho: number): Float64Array {
  requireInteger("computeBetaBinomialMass", "trials", trials, 0);
  requireRatio("computeBetaBinomialMass", "p", p);
  requireRatio("computeBetaBinomialMass", "rho", rho);
  if (rho === 0 || p === 0 || p === 1 || trials < 2) return computeBinomialMass(trials, p);
  if (rho === 1) {
    const masses = new Float64Array(trials + 1);
    masses[0] = 1 - p;
    masses[trials] = p;
    return masses;
  }
  const start = Math.min(trials, Math.max(0, Math.round(trials * p)));
  // (k + a)/(n − k − 1 + b), with both sides times ρ so that neither overflows for a tiny ρ.
  return massFromRatios(
    trials,
    start,
    (k) =>
      ((trials - k) / (k + 1)) * ((k * rho + p * (1 - rho)) / ((trials - k - 1) * rho + (1 - p) * (1 - rho))),
  );
}
