import { requireEquityInput } from "./equity-population";

/** Units with the same need, counted together: their people and their money. */
export interface NeedGroup {
  readonly needIndex: number;
  readonly population: number;
  readonly amountWon: number;
}

/** Units grouped by equal need, the neediest first; units without people are left out. */
export function groupByNeed(
  functionName: string,
  amountsWon: readonly number[],
  populations: readonly number[],
  needIndexes: readonly number[],
): NeedGroup[] {
  requireEquityInput(functionName, amountsWon, populations);
  requireEquityInput(functionName, needIndexes, populations);
  const groups = new Map<number, NeedGroup>();
  needIndexes.forEach((needIndex, unit) => {
    const population = populations[unit] ?? 0;
    if (population === 0) return;
    const group = groups.get(needIndex) ?? { needIndex, population: 0, amountWon: 0 };
    groups.set(needIndex, {
      needIndex,
      population: group.population + population,
      amountWon: group.amountWon + (amountsWon[unit] ?? 0),
    });
  });
  return [...groups.values()].sort((a, b) => b.needIndex - a.needIndex);
}
