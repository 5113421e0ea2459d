import { groupByNeed, sumByNeed } from "./equity-need-order";
import { requireEquityInput } from "./equity-population";

/**
 * Concentration index of money against need, −1..1: positive when the money
 * goes to people in needy units, 0 when need makes no difference, negative when
 * it goes to the others. 2·cov(x, R)/x̄ over people, x the amount per head and R
 * the rank from the least to the most needy (units of equal need share one
 * rank). No money or no people gives 0. Kakwani, Wagstaff & van Doorslaer 1997.
 */
export function computeConcentrationIndex(
  amountsWon: readonly number[],
  populations: readonly number[],
  needIndexes: readonly number[],
): number {
  requireEquityInput("computeConcentrationIndex", amountsWon, populations);
  const groups = groupByNeed("computeConcentrationIndex", populations, needIndexes);
  const { population } = groups;
  return computeGroupConcentration(
    population,
    sumByNeed(groups, amountsWon, new Float64Array(population.length)),
  );
}

/** The same from people and money of units grouped by need, the neediest first. */
export function computeGroupConcentration(population: Float64Array, amountWon: Float64Array): number {
  let [peopleSum, amountSum] = [0, 0];
  for (let group = 0; group < population.length; group += 1) {
    peopleSum += population[group] ?? 0;
    amountSum += amountWon[group] ?? 0;
  }
  if (!(amountSum > 0)) return 0;
  let index = 0;
  let peopleNeedier = 0;
  for (let group = 0; group < population.length; group += 1) {
    const people = population[group] ?? 0;
    const rank = 1 - (peopleNeedier + people / 2) / peopleSum;
    index += ((amountWon[group] ?? 0) / amountSum) * (2 * rank - 1);
    peopleNeedier += people;
  }
  return index;
}
