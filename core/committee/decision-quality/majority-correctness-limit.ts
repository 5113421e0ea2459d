import { requireRatio } from "../preconditions";
import { computeIncompleteBeta } from "../probability/incomplete-beta";

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
  const scale = (1 - rho) / rho;
  return computeIncompleteBeta(0.5, (1 - p) * scale, p * scale);
}
