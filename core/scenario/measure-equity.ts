import { computeGroupConcentration } from "../budget/equity-concentration-index";
import { computeGini } from "../budget/equity-gini";
import { groupByNeed, type NeedGroups, sumByNeed } from "../budget/equity-need-order";
import { computeGroupNeediestShare } from "../budget/equity-neediest-share";
import { computeTheil } from "../budget/equity-theil";
import { listIndices } from "../budget/sort-indices";
import type { CompiledUnit } from "./compiled-plan";

/** Equity over the horizon (models B3). */
export interface Equity {
  readonly gini: number;
  readonly concentration: number;
  readonly neediestFifthRatio: number;
  /** Highest less lowest amount per head. */
  readonly gapPerHeadWon: number;
}

/** What equity between units follows from, but for the money; and room for that. */
export interface EquityMeter {
  readonly needs: NeedGroups;
  readonly needWon: Float64Array;
  /** Indices of units with people, and their people: others have no amount per head. */
  readonly peopledUnits: Int32Array;
  readonly people: Float64Array;
  readonly perHeadWon: Float64Array;
  /** Units with people by their amount per head, as it was measured last. */
  readonly order: Int32Array;
}

/** Works out what does not depend on money. */
export function prepareEquity(units: readonly CompiledUnit[]): EquityMeter {
  const needs = groupByNeed(
    "prepareEquity",
    units.map((unit) => unit.population),
    units.map((unit) => unit.needIndex),
  );
  const peopled = units.flatMap(({ population }, unit) => (population > 0 ? [unit] : []));
  return {
    needs,
    needWon: new Float64Array(needs.population.length),
    peopledUnits: Int32Array.from(peopled),
    people: Float64Array.from(peopled, (unit) => units[unit]?.population ?? 0),
    perHeadWon: new Float64Array(peopled.length),
    order: listIndices(peopled.length),
  };
}

/** Equity of what each unit gets over all years; null where there is nothing to compare. */
export function measureEquity(meter: EquityMeter, totalsWon: Float64Array): Equity | null {
  const { needs, needWon, peopledUnits, people, perHeadWon, order } = meter;
  if (peopledUnits.length === 0 || totalsWon.every((won) => won === 0)) return null;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < perHeadWon.length; index += 1) {
    const won = (totalsWon[peopledUnits[index] ?? 0] ?? 0) / (people[index] ?? 1);
    perHeadWon[index] = won;
    lowest = Math.min(lowest, won);
    highest = Math.max(highest, won);
  }
  sumByNeed(needs, totalsWon, needWon);
  return {
    gini: computeGini(perHeadWon, people, order),
    concentration: computeGroupConcentration(needs.population, needWon),
    neediestFifthRatio: computeGroupNeediestShare(needs.population, needWon),
    gapPerHeadWon: highest - lowest,
  };
}

/** Theil's index of the amounts per head that `measureEquity` has found last. */
export const measureTheil = ({ perHeadWon, people }: EquityMeter): number => computeTheil(perHeadWon, people);
