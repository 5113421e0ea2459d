import {
  type AllocationNotice,
  type AllocationWeights,
  dividePool,
  type PoolDivider,
  preparePool,
} from "../budget/allocate-pool";
import { computeConcentrationIndex } from "../budget/equity-concentration-index";
import { computeGini } from "../budget/equity-gini";
import { computeNeediestShare } from "../budget/equity-neediest-share";
import { toPerHead } from "../budget/equity-population";
import { computeTheil } from "../budget/equity-theil";
import type { CompiledUnit } from "./compiled-plan";

/** What a unit gets of the pools. */
export interface UnitOutcome {
  readonly unitId: string;
  readonly allocatedWonByYear: readonly number[];
  /** Over the whole horizon; null for a unit without people. */
  readonly perHeadWon: number | null;
}

/** How evenly, and how much by need, money reaches people; null where there is nothing to compare. */
export interface EquityOutcome {
  readonly gini: number | null;
  readonly theil: number | null;
  readonly concentration: number | null;
  readonly neediestFifthRatio: number | null;
  /** Highest less lowest amount per head. */
  readonly gapPerHeadWon: number | null;
}

export interface UnitsOutcome {
  readonly units: readonly UnitOutcome[];
  readonly equity: EquityOutcome;
  /** What had to be adjusted, each kind once. */
  readonly notices: readonly AllocationNotice[];
}

/** Units under one set of weights, and room for what they get. */
export interface UnitFigures {
  readonly units: readonly CompiledUnit[];
  readonly weights: AllocationWeights;
  /** Null without units. */
  readonly divider: PoolDivider | null;
  /** What had to be adjusted in the weights, each kind once. */
  readonly weightNotices: readonly AllocationNotice[];
  /** One list a year, with one entry a unit. */
  readonly allocatedWonByYear: readonly Float64Array[];
  /** Over all years, by unit. */
  readonly totalsWon: Float64Array;
}

/** Works out what does not depend on the pools. */
export function prepareUnits(
  units: readonly CompiledUnit[],
  weights: AllocationWeights,
  yearCount: number,
): UnitFigures {
  const weightNotices: AllocationNotice[] = [];
  return {
    units,
    weights,
    divider: units.length === 0 ? null : preparePool(units, weights, weightNotices),
    weightNotices,
    allocatedWonByYear: Array.from({ length: yearCount }, () => new Float64Array(units.length)),
    totalsWon: new Float64Array(units.length),
  };
}

/** Divides each year's pool among the units (models B1). */
export function allocateToUnits(figures: UnitFigures, poolWonByYear: Float64Array): void {
  const { divider, allocatedWonByYear, totalsWon } = figures;
  if (divider === null) return;
  totalsWon.fill(0);
  for (let year = 0; year < allocatedWonByYear.length; year += 1) {
    const allocatedWon = allocatedWonByYear[year];
    if (allocatedWon === undefined) continue;
    dividePool(divider, poolWonByYear[year] ?? 0, allocatedWon);
    for (let unit = 0; unit < totalsWon.length; unit += 1)
      totalsWon[unit] = (totalsWon[unit] ?? 0) + (allocatedWon[unit] ?? 0);
  }
}

/** What units get, for people to read. */
export function describeUnits(figures: UnitFigures, poolWonByYear: Float64Array): UnitsOutcome {
  const { units, divider, allocatedWonByYear, totalsWon } = figures;
  const notices = new Map(figures.weightNotices.map((notice) => [notice.type, notice]));
  for (const poolWon of poolWonByYear)
    if (divider !== null && divider.floorSumWon > poolWon)
      notices.set("floors-scaled-down", {
        type: "floors-scaled-down",
        floorSumWon: divider.floorSumWon,
        poolWon,
      });
  const equity = measureEquity(figures);
  const theil = equity === null ? null : computeTheil(...perHeadOf(figures));
  return {
    units: units.map((unit, index) => ({
      unitId: unit.id,
      allocatedWonByYear: allocatedWonByYear.map((year) => year[index] ?? 0),
      perHeadWon: unit.population > 0 ? (totalsWon[index] ?? 0) / unit.population : null,
    })),
    equity: equity === null ? NO_EQUITY : { ...equity, theil },
    notices: [...notices.values()],
  };
}

const NO_EQUITY: EquityOutcome = {
  gini: null,
  theil: null,
  concentration: null,
  neediestFifthRatio: null,
  gapPerHeadWon: null,
};

type Equity = { readonly [K in Exclude<keyof EquityOutcome, "theil">]: number };

/** Equity over the horizon (models B3); null where there is nothing to compare. */
export function measureEquity(figures: UnitFigures): Equity | null {
  const [amounts, weights] = perHeadOf(figures);
  if (amounts.length === 0 || figures.totalsWon.every((won) => won === 0)) return null;
  const totalsWon = Array.from(figures.totalsWon);
  const populations = figures.units.map((unit) => unit.population);
  const needs = figures.units.map((unit) => unit.needIndex);
  return {
    gini: computeGini(amounts, weights),
    concentration: computeConcentrationIndex(totalsWon, populations, needs),
    neediestFifthRatio: computeNeediestShare(totalsWon, populations, needs),
    gapPerHeadWon: Math.max(...amounts) - Math.min(...amounts),
  };
}

/** Amounts per head and the people they count for. */
function perHeadOf({ units, totalsWon }: UnitFigures): readonly [amounts: number[], weights: number[]] {
  const perHead = toPerHead(
    Array.from(totalsWon),
    units.map((unit) => unit.population),
  );
  return [perHead.map((entry) => entry.perHeadWon), perHead.map((entry) => entry.population)];
}
