import { requireEquityInput } from "./equity-population";

/** Units with the same need, counted together, the neediest first; units without people are in no group. */
export interface NeedGroups {
  /** People of each group. */
  readonly population: Float64Array;
  /** The group of each unit; −1 where it has none. */
  readonly groupOfUnit: Int32Array;
}

/** Groups units by equal need: what does not depend on money. */
export function groupByNeed(
  functionName: string,
  populations: readonly number[],
  needIndexes: readonly number[],
): NeedGroups {
  requireEquityInput(functionName, needIndexes, populations);
  const needs = new Set(needIndexes.filter((_, unit) => (populations[unit] ?? 0) > 0));
  const neediestFirst = [...needs].sort((a, b) => b - a);
  const groupOfNeed = new Map(neediestFirst.map((needIndex, group) => [needIndex, group]));
  const population = new Float64Array(neediestFirst.length);
  const groupOfUnit = Int32Array.from(needIndexes, (needIndex, unit) => {
    const people = populations[unit] ?? 0;
    const group = people > 0 ? (groupOfNeed.get(needIndex) ?? -1) : -1;
    if (group >= 0) population[group] = (population[group] ?? 0) + people;
    return group;
  });
  return { population, groupOfUnit };
}

/** The money of each group, into `into`, which has one entry a group. */
export function sumByNeed(
  { groupOfUnit }: NeedGroups,
  amountsWon: ArrayLike<number>,
  into: Float64Array,
): Float64Array {
  into.fill(0);
  for (let unit = 0; unit < groupOfUnit.length; unit += 1) {
    const group = groupOfUnit[unit] ?? -1;
    if (group >= 0) into[group] = (into[group] ?? 0) + (amountsWon[unit] ?? 0);
  }
  return into;
}
