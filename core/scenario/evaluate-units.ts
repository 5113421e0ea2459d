import { type AllocationNotice, type AllocationWeights, allocatePool } from "../budget/allocate-pool";
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

/** Divides each year's pool among the units (models B1) and measures equity over the horizon (B3). */
export function evaluateUnits(
  units: readonly CompiledUnit[],
  poolWonByYear: readonly number[],
  weights: AllocationWeights,
): UnitsOutcome {
  if (units.length === 0) return { units: [], equity: NO_EQUITY, notices: [] };
  const notices = new Map<string, AllocationNotice>();
  const allocations = poolWonByYear.map((poolWon) => {
    const allocation = allocatePool(units, poolWon, weights);
    for (const notice of allocation.notices) notices.set(notice.type, notice);
    return allocation.amountsWon;
  });
  const totalsWon = units.map((_, index) => allocations.reduce((sum, year) => sum + (year[index] ?? 0), 0));
  return {
    units: units.map((unit, index) => ({
      unitId: unit.id,
      allocatedWonByYear: allocations.map((year) => year[index] ?? 0),
      perHeadWon: unit.population > 0 ? (totalsWon[index] ?? 0) / unit.population : null,
    })),
    equity: measureEquity(units, totalsWon),
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

function measureEquity(units: readonly CompiledUnit[], totalsWon: readonly number[]): EquityOutcome {
  const populations = units.map((unit) => unit.population);
  const needs = units.map((unit) => unit.needIndex);
  const perHead = toPerHead(totalsWon, populations);
  const amounts = perHead.map((entry) => entry.perHeadWon);
  if (perHead.length === 0 || totalsWon.every((won) => won === 0)) return NO_EQUITY;
  const weights = perHead.map((entry) => entry.population);
  return {
    gini: computeGini(amounts, weights),
    theil: computeTheil(amounts, weights),
    concentration: computeConcentrationIndex(totalsWon, populations, needs),
    neediestFifthRatio: computeNeediestShare(totalsWon, populations, needs),
    gapPerHeadWon: Math.max(...amounts) - Math.min(...amounts),
  };
}
