import { requireInteger } from "../preconditions";
import { computeFairCoinMass } from "../probability/fair-coin";

/** Voting power of an officials' bloc and of one citizen; all values are ratios in 0..1. */
export interface BlocPower {
  /** Absolute Banzhaf power of the bloc: how often its vote decides. */
  readonly banzhaf: number;
  /** The bloc's part of the Banzhaf power of all players (the bloc and each citizen). */
  readonly normalised: number;
  readonly shapley: number;
  readonly citizenBanzhaf: number;
  readonly citizenNormalised: number;
  readonly citizenShapley: number;
  /** The bloc's part of the seats, for comparison. */
  readonly seatShare: number;
}

/**
 * Power of `officials` who vote as one bloc of weight w against `citizens`
 * independent members, when a motion needs `quota` votes of all seats:
 * Banzhaf β = P(q − w ≤ Bin(c, ½) < q); Shapley–Shubik = the part of the
 * c + 1 places in a random order in which the bloc tips the vote.
 *
 * 1 ≤ quota ≤ citizens + officials. Exact. Without a player its power is 0.
 * Penrose 1946; Banzhaf 1965; Shapley & Shubik 1954.
 */
export function computeBlocPower(citizens: number, officials: number, quota: number): BlocPower {
  const name = "computeBlocPower";
  requireInteger(name, "citizens", citizens, 0);
  requireInteger(name, "officials", officials, 0);
  requireInteger(name, "quota", quota, 1, Math.max(1, citizens + officials));
  const firstPivot = Math.max(0, quota - officials);
  const lastPivot = Math.min(citizens, quota - 1);

  const masses = computeFairCoinMass(citizens);
  let banzhaf = 0;
  for (let inFavour = firstPivot; inFavour <= lastPivot; inFavour += 1) banzhaf += masses[inFavour] ?? 0;

  let citizenBanzhaf = 0;
  if (citizens > 0) {
    // A citizen decides when the others stand one short, with the bloc against or in favour.
    const others = computeFairCoinMass(citizens - 1);
    citizenBanzhaf = ((others[quota - 1] ?? 0) + (others[quota - officials - 1] ?? 0)) / 2;
  }
  const totalBanzhaf = banzhaf + citizens * citizenBanzhaf;
  const shapley = Math.max(0, lastPivot - firstPivot + 1) / (citizens + 1);
  return {
    banzhaf: Math.min(1, banzhaf),
    normalised: totalBanzhaf > 0 ? banzhaf / totalBanzhaf : 0,
    shapley,
    citizenBanzhaf,
    citizenNormalised: totalBanzhaf > 0 ? citizenBanzhaf / totalBanzhaf : 0,
    citizenShapley: citizens > 0 ? (1 - shapley) / citizens : 0,
    seatShare: citizens + officials > 0 ? officials / (citizens + officials) : 0,
  };
}
