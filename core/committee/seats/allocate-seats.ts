import { allocateSeatsByDhondt, allocateSeatsByWebster } from "./seats-by-divisor";
import { allocateSeatsByLargestRemainder } from "./seats-by-largest-remainder";

/** The ways of turning population shares into seats. */
export const SEAT_METHODS = ["hamilton", "webster", "dhondt"] as const;
export type SeatMethod = (typeof SEAT_METHODS)[number];

/** Seats of each group by the method named; see the three methods for ties and ranges. */
export function allocateSeats(method: SeatMethod, shares: readonly number[], seats: number): number[] {
  switch (method) {
    case "hamilton":
      return allocateSeatsByLargestRemainder(shares, seats);
    case "webster":
      return allocateSeatsByWebster(shares, seats);
    case "dhondt":
      return allocateSeatsByDhondt(shares, seats);
  }
}
