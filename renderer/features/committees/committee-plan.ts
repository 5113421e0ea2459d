import type { Row } from "../../../core/plan/entities";
import type { CompiledCommittee } from "../../../core/scenario/compiled-plan";
import type { CommitteeOutcome, Outcome } from "../../../core/scenario/outcome";
import type { EffectivePlans } from "../../session/effective-plan";
import type { Evidence } from "../../session/evidence";

/** The rows that this screen shows and edits, each kind in the order of the plan. */
export interface CommitteePlan {
  readonly committee: readonly Row<"committee">[];
  readonly committeeSize: readonly Row<"committeeSize">[];
  readonly reservedSeats: readonly Row<"reservedSeats">[];
  readonly residentGroup: readonly Row<"residentGroup">[];
  readonly legalBasis: readonly Row<"legalBasis">[];
  readonly source: readonly Row<"source">[];
  readonly unit: readonly Row<"unit">[];
  readonly evidence: Evidence;
}

/** A committee as the models take it, and what they say of it. */
export interface CommitteeState {
  readonly compiled: CompiledCommittee;
  readonly outcome: CommitteeOutcome;
}

/** One committee with its figures in the plan and under the active scenario. */
export interface CommitteeRow {
  readonly id: string;
  readonly row: Row<"committee">;
  /** Undefined until the figures of this revision are there. */
  readonly base: CommitteeState | undefined;
  readonly scenario: CommitteeState | undefined;
}

export function joinCommittees(
  rows: readonly Row<"committee">[],
  plans: EffectivePlans | undefined,
  outcomes: { readonly base: Outcome | undefined; readonly scenario: Outcome | undefined },
): readonly CommitteeRow[] {
  const stateOf = (committeeId: string, which: "base" | "scenario"): CommitteeState | undefined => {
    const compiled = plans?.[which].committees.find(({ id }) => id === committeeId);
    const outcome = outcomes[which]?.committees.find((entry) => entry.committeeId === committeeId);
    return compiled === undefined || outcome === undefined ? undefined : { compiled, outcome };
  };
  return rows.map((row) => ({
    id: row.id,
    row,
    base: stateOf(row.id, "base"),
    scenario: stateOf(row.id, "scenario"),
  }));
}
