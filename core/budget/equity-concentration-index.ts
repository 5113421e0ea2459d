import { groupByNeed } from "./equity-need-order";

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
  const groups = groupByNeed("computeConcentrationIndex", amountsWon, populations, needIndexes);
  const peopleSum = groups.reduce((sum, group) => sum + group.population, 0);
  const amountSum = groups.reduce((sum, group) => sum + group.amountWon, 0);
  if (!(amountSum > 0)) return 0;
  let index = 0;
  let peopleNeedier = 0;
  for (const group of groups) {
    const rank = 1 - (peopleNeedier + group.population / 2) / peopleSum;
    index += (group.amountWon / amountSum) * (2 * rank - 1);
    peopleNeedier += group.population;
  }
  return index;
}
