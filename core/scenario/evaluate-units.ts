import {
  type AllocationNotice,
  type AllocationWeights,
  dividePool,
  type PoolDivider,
  preparePool,
} from "../budget/allocate-pool";
import type { CompiledUnit } from "./compiled-plan";
import { type Equity, type EquityMeter, measureTheil, prepareEquity } from "./measure-equity";

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
  readonly runningCostWon: Float64Array;
  readonly meter: EquityMeter;
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
    runningCostWon: Float64Array.from(units, (unit) => unit.runningCostWon),
    meter: prepareEquity(units),
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

/** What units get, for people to read; `equity` is that of these figures. */
export function describeUnits(
  figures: UnitFigures,
  poolWonByYear: Float64Array,
  equity: Equity | null,
): UnitsOutcome {
  const { units, divider, allocatedWonByYear, totalsWon } = figures;
  const notices = new Map(figures.weightNotices.map((notice) => [notice.type, notice]));
  for (const poolWon of poolWonByYear)
    if (divider !== null && divider.floorSumWon > poolWon)
      notices.set("floors-scaled-down", {
        type: "floors-scaled-down",
        floorSumWon: divider.floorSumWon,
        poolWon,
      });
  return {
    units: units.map((unit, index) => ({
      unitId: unit.id,
      allocatedWonByYear: allocatedWonByYear.map((year) => year[index] ?? 0),
      perHeadWon: unit.population > 0 ? (totalsWon[index] ?? 0) / unit.population : null,
    })),
    equity: equity === null ? NO_EQUITY : { ...equity, theil: measureTheil(figures.meter) },
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
