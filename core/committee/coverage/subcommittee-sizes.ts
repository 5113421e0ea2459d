import { requireInteger } from "../preconditions";

/** Sizes of `subcommittees` as equal as possible: the first (n mod c) have one member more. */
export function computeSubcommitteeSizes(seats: number, subcommittees: number): number[] {
  requireInteger("computeSubcommitteeSizes", "seats", seats, 0);
  requireInteger("computeSubcommitteeSizes", "subcommittees", subcommittees, 1);
  const base = Math.floor(seats / subcommittees);
  return Array.from({ length: subcommittees }, (_, index) => base + (index < seats % subcommittees ? 1 : 0));
}
