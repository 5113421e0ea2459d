import type { Row } from "../../../core/plan/entities";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import { initialRow } from "../../../core/plan/plan-tables";
import type { Evidence } from "../../session/evidence";

/** The rows that this screen shows and edits. */
export interface DecentralisedPlan {
  readonly plan: Row<"plan">;
  readonly years: readonly number[];
  readonly unit: readonly Row<"unit">[];
  /** Shares by year; a year without a row has none. */
  readonly shareByYear: ReadonlyMap<number, number>;
  readonly budgetTotal: readonly Row<"budgetTotal">[];
  readonly evidence: Evidence;
}

export function joinDecentralisedPlan(
  rows: {
    readonly plan: readonly Row<"plan">[];
    readonly unit: readonly Row<"unit">[];
    readonly decentralisedShare: readonly Row<"decentralisedShare">[];
    readonly budgetTotal: readonly Row<"budgetTotal">[];
  },
  evidence: Evidence,
): DecentralisedPlan {
  const plan = rows.plan.find(({ id }) => id === PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID);
  const yearCount = Math.max(1, plan.lastYear - plan.firstYear + 1);
  return {
    plan,
    years: Array.from({ length: yearCount }, (_, index) => plan.firstYear + index),
    unit: rows.unit,
    shareByYear: new Map(rows.decentralisedShare.map(({ year, shareRatio }) => [year, shareRatio])),
    budgetTotal: rows.budgetTotal,
    evidence,
  };
}
