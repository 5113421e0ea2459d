import { computeBinomialPresence } from "../committee/presence/binomial-presence";
import { err, ok, type Result } from "../result";

/** A resident group as a council has it: its share of the population and the seats kept for it. */
export interface CouncilGroup {
  readonly groupId: string;
  readonly populationRatio: number;
  readonly reservedSeats: number;
}

export interface SmallestCouncilCriterion {
  /** Groups of at least this share of the population count, 0 < share ≤ 1. */
  readonly groupShareRatio: number;
  /** Each of them must have a seat with at least this chance, 0…1. */
  readonly confidenceRatio: number;
  /** Sizes to look through, inclusive; a council always has room for `officials` and all reserved seats. */
  readonly minimumSeats: number;
  readonly maximumSeats: number;
  readonly officials: number;
}

export interface SmallestCouncil {
  readonly seats: number;
  /** The group that needs this size; null for the example group of a plan that names no group this large. */
  readonly decidingGroupId: string | null;
  readonly decidingGroupRatio: number;
  /** Its chance of a seat at this size, 0…1; 1 with a reserved seat. */
  readonly presenceSeatedRatio: number;
}

/** Even the largest council gives a group less than the chance that is asked for. */
export interface SmallestCouncilError {
  readonly type: "larger-than-possible";
  readonly maximumSeats: number;
  /** The chance that the weakest group has at the largest size. */
  readonly presenceSeatedRatio: number;
}

/**
 * The smallest council in which every resident group of `groupShareRatio` or
 * more has a seat with at least `confidenceRatio`, by scan over the sizes.
 *
 * A group with a reserved seat is sure of it; any other has the chance
 * 1 − (1 − p)^n of a random draw of all n seats (models A1; Feller 1968), so a
 * single group of p needs ⌈ln(1 − confidence) / ln(1 − p)⌉ seats. A plan that
 * names no group this large is asked about one of exactly `groupShareRatio`. Of
 * equally weak groups the first is named. O(sizes · groups).
 */
export function findSmallestCouncil(
  groups: readonly CouncilGroup[],
  criterion: SmallestCouncilCriterion,
): Result<SmallestCouncil, SmallestCouncilError> {
  const { groupShareRatio, confidenceRatio, maximumSeats } = criterion;
  const counted = groups.filter(({ populationRatio }) => populationRatio >= groupShareRatio - TOLERANCE);
  const asked =
    counted.length > 0 ? counted : [{ groupId: null, populationRatio: groupShareRatio, reservedSeats: 0 }];
  const reservedSeats = groups.reduce((sum, group) => sum + group.reservedSeats, 0);
  const smallest = Math.max(1, criterion.minimumSeats, criterion.officials + reservedSeats);
  for (let seats = smallest; seats <= maximumSeats; seats += 1) {
    const weakest = findWeakest(asked, seats);
    if (weakest.presenceSeatedRatio >= confidenceRatio - TOLERANCE) return ok({ seats, ...weakest });
  }
  const { presenceSeatedRatio } = findWeakest(asked, maximumSeats);
  return err({ type: "larger-than-possible", maximumSeats, presenceSeatedRatio });
}

/** A chance that is reached on paper (p = .5, n = 2 → .75) must not be missed by rounding noise. */
const TOLERANCE = 1e-12;

function findWeakest(
  groups: readonly (Omit<CouncilGroup, "groupId"> & { readonly groupId: string | null })[],
  seats: number,
): Omit<SmallestCouncil, "seats"> {
  let weakest: Omit<SmallestCouncil, "seats"> | null = null;
  for (const { groupId, populationRatio, reservedSeats } of groups) {
    const presenceSeatedRatio =
      reservedSeats > 0 ? 1 : computeBinomialPresence(seats, Math.min(1, populationRatio), 1);
    if (weakest === null || presenceSeatedRatio < weakest.presenceSeatedRatio)
      weakest = { decidingGroupId: groupId, decidingGroupRatio: populationRatio, presenceSeatedRatio };
  }
  if (weakest === null) throw new Error("findWeakest: at least one group is asked about");
  return weakest;
}
