import { requireRatio } from "../preconditions";
import { computeIncompleteBeta } from "../probability/incomplete-beta";
import { computeNormalCdf } from "../probability/normal-distribution";

/** Below this correlation the beta distribution is a normal one, within 1e−6. */
const NEARLY_INDEPENDENT = 1e-6;
const SMALLEST_SHAPE = 1e-300;

/**
 * What the probability of a right majority approaches as the number of
 * correlated members grows: P(Beta(a, b) > ½), a = p(1−ρ)/ρ, b = (1−p)(1−ρ)/ρ.
 * With independent members (ρ = 0) it is 1, ½ or 0. Kaniovski & Zaigraev 2011.
 */
export function computeMajorityCorrectnessLimit(p: number, rho: number): number {
  requireRatio("computeMajorityCorrectnessLimit", "p", p);
  requireRatio("computeMajorityCorrectnessLimit", "rho", rho);
  if (p === 0 || p === 1 || rho === 1) return p;
  if (rho === 0) return p > 0.5 ? 1 : p < 0.5 ? 0 : 0.5;
  if (rho < NEARLY_INDEPENDENT) {
    return computeNormalCdf((p - 0.5) / Math.sqrt(Math.max(Number.MIN_VALUE, p * (1 - p) * rho)));
  }
  const scale = (1 - rho) / rho;
  const a = Math.max(SMALLEST_SHAPE, p * scale);
  const b = Math.max(SMALLEST_SHAPE, (1 - p) * scale);
  return computeIncompleteBeta(0.5, b, a);
}
