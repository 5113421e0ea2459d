import { requireInteger } from "../preconditions";

/** The number of pairs among `seats` members, n(n−1)/2: the working relations a council has to carry. */
export function countMemberPairs(seats: number): number {
  requireInteger("countMemberPairs", "seats", seats, 0);
  return (seats * (seats - 1)) / 2;
}
