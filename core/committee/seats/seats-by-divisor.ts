import { requireInteger, requireShares } from "../preconditions";

/** Quotients whose relative difference is below this are a tie. */
const TIE = 1e-12;

/**
 * Seats by a highest-averages method: each seat in turn goes to the group with
 * the highest share / divisor(seats it already holds).
 *
 * Shares are non-negative with a positive sum and need not add up to 1. Ties go
 * to the earlier group. O(seats · groups). Balinski & Young 1982.
 */
export function allocateSeatsByDivisor(
  shares: readonly number[],
  seats: number,
  divisor: (seatsHeld: number) => number,
): number[] {
  requireInteger("allocateSeatsByDivisor", "seats", seats, 0);
  requireShares("allocateSeatsByDivisor", "shares", shares);
  const result = shares.map(() => 0);
  for (let seat = 0; seat < seats; seat += 1) {
    let winner = 0;
    let highest = -1;
    shares.forEach((share, group) => {
      const quotient = share / divisor(result[group] ?? 0);
      if (quotient > highest * (1 + TIE)) {
        winner = group;
        highest = quotient;
      }
    });
    result[winner] = (result[winner] ?? 0) + 1;
  }
  return result;
}

/** Seats by Sainte-Laguë/Webster: divisors ½, 1½, 2½ … Favours no size of group. */
export function allocateSeatsByWebster(shares: readonly number[], seats: number): number[] {
  return allocateSeatsByDivisor(shares, seats, (seatsHeld) => seatsHeld + 0.5);
}

/** Seats by D'Hondt/Jefferson: divisors 1, 2, 3 … Favours large groups. */
export function allocateSeatsByDhondt(shares: readonly number[], seats: number): number[] {
  return allocateSeatsByDivisor(shares, seats, (seatsHeld) => seatsHeld + 1);
}
