import { requireInteger, requireRatio } from "../preconditions";

/**
 * How many independent members carry as much information as `seats` members
 * with correlation `rho`: n/(1 + (n−1)ρ). At most 1/ρ, however large the council. Ladha 1992.
 */
export function computeEffectiveJurySize(seats: number, rho: number): number {
  requireInteger("computeEffectiveJurySize", "seats", seats, 1);
  requireRatio("computeEffectiveJurySize", "rho", rho);
  return seats / (1 + (seats - 1) * rho);
}
