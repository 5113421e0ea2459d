import { requireShares } from "../preconditions";

/** Seat share minus population share of each group; both sides are scaled to add up to 1. */
export function computeShareDifferences(
  functionName: string,
  shares: readonly number[],
  seats: readonly number[],
): number[] {
  if (shares.length !== seats.length) {
    throw new RangeError(`${functionName}: shares and seats must have the same length`);
  }
  const shareSum = requireShares(functionName, "shares", shares);
  const seatSum = requireShares(functionName, "seats", seats);
  return shares.map((share, group) => (seats[group] ?? 0) / seatSum - share / shareSum);
}
