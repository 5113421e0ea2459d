import { groupByNeed, sumByNeed } from "./equity-need-order";
import { requireEquityInput } from "./equity-population";

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
  requireEquityInput("computeNeediestShare", amountsWon, populations);
  const groups = groupByNeed("computeNeediestShare", populations, needIndexes);
  const { population } = groups;
  return computeGroupNeediestShare(
    population,
    sumByNeed(groups, amountsWon, new Float64Array(population.length)),
    fraction,
  );
}

/** The same from people and money of units grouped by need, the neediest first. */
export function computeGroupNeediestShare(
  population: Float64Array,
  amountWon: Float64Array,
  fraction = 0.2,
): number {
  let [peopleSum, amountSum] = [0, 0];
  for (let group = 0; group < population.length; group += 1) {
    peopleSum += population[group] ?? 0;
    amountSum += amountWon[group] ?? 0;
  }
  if (!(amountSum > 0)) return 0;
  let peopleLeft = fraction * peopleSum;
  let reached = 0;
  for (let group = 0; group < population.length; group += 1) {
    const people = population[group] ?? 0;
    const counted = Math.min(people, peopleLeft);
    reached += (amountWon[group] ?? 0) * (counted / people);
    peopleLeft -= counted;
  }
  return Math.min(1, reached / amountSum);
}
