import { groupByNeed } from "./equity-need-order";

/**
 * The part of the money (0..1) that reaches the neediest fifth of the people.
 * Units are taken by need, the neediest first, until a fifth of the population
 * (or `fraction` of it) is reached; of the last units only the part of the
 * people that is still missing counts. Units of equal need count together.
 * No money gives 0.
 */
export function computeNeediestShare(
  amountsWon: readonly number[],
  populations: readonly number[],
  needIndexes: readonly number[],
  fraction = 0.2,
): number {
  if (!(fraction >= 0 && fraction <= 1)) {
    throw new RangeError(`computeNeediestShare: fraction must be in 0..1, got ${fraction}`);
  }
  const groups = groupByNeed("computeNeediestShare", amountsWon, populations, needIndexes);
  const amountSum = groups.reduce((sum, group) => sum + group.amountWon, 0);
  if (!(amountSum > 0)) return 0;
  let peopleLeft = fraction * groups.reduce((sum, group) => sum + group.population, 0);
  let reached = 0;
  for (const group of groups) {
    const counted = Math.min(group.population, peopleLeft);
    reached += group.amountWon * (counted / group.population);
    peopleLeft -= counted;
  }
  return Math.min(1, reached / amountSum);
}
