import type { RubricRows } from "../../../core/budget/propose-grade";
import type { Command } from "../../../core/plan/command";
import type { LeverValues } from "../../../core/scenario/lever";
import type { Evidence } from "../../session/evidence";

/** What the parts of the evaluation panel show and edit. */
export interface EvaluationPartProps {
  readonly rows: RubricRows;
  /** Years that are evaluated: each sets the ceilings of the year after. */
  readonly years: readonly number[];
  /** What the active scenario sets; a grade under it stands beside the one that is entered. */
  readonly levers: LeverValues;
  readonly evidence: Evidence;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}
