import type { EditError } from "./edit-error";
import type { EntityName } from "./entities";

/** The cell that a problem is about; `field` is null where it is about the whole row. */
export interface ProblemCell {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly field: string | null;
}

/** What is wrong, with the figures that its sentence names. */
type ProblemKind =
  /** The stored value does not fit its field; the field's initial value stands in. */
  | { readonly type: "misfit-cell" }
  /** A rule between cells of one row, broken by merging or by another tool. */
  | { readonly type: "broken-rule"; readonly error: EditError }
  | { readonly type: "duplicate-code"; readonly code: string; readonly rows: number }
  | { readonly type: "dangling-reference"; readonly target: EntityName; readonly targetId: string }
  /** Tasks that wait for each other; these dependencies are left out when the plan is evaluated. */
  | {
      readonly type: "dependency-cycle";
      readonly taskIds: readonly string[];
      readonly codes: readonly string[];
    }
  | {
      readonly type: "starts-before-predecessor";
      readonly taskId: string;
      readonly startYear: number;
      readonly predecessorId: string;
      readonly predecessorStartYear: number;
    }
  | {
      readonly type: "amount-outside-task";
      readonly taskId: string;
      readonly year: number;
      readonly amountWon: number;
      readonly startYear: number;
      readonly endYear: number;
    }
  /** The amount was typed over; it counts as it is until its cost lines change. */
  | {
      readonly type: "amount-differs-from-cost-lines";
      readonly taskId: string;
      readonly year: number;
      readonly amountWon: number;
      readonly costLinesWon: number;
    }
  | { readonly type: "horizon-too-long"; readonly years: number; readonly maximumYears: number }
  /** The grade that is entered for a year is not there: the ceilings of the year after stay as they are. */
  | { readonly type: "unknown-grade"; readonly year: number; readonly gradeCode: string }
  | { readonly type: "weights-not-one"; readonly sumRatio: number }
  | { readonly type: "unit-without-people" }
  | {
      readonly type: "size-before-ordinance";
      readonly committeeId: string;
      readonly year: number;
      readonly legalBasisId: string;
      readonly inForceFromYear: number;
    }
  /** A change of size that no ordinance is named for. */
  | {
      readonly type: "size-without-ordinance";
      readonly committeeId: string;
      readonly year: number;
      readonly seats: number;
    }
  | { readonly type: "committee-without-seats"; readonly committeeId: string }
  /** Nobody pays: its cost is in no ceiling. */
  | { readonly type: "committee-without-source"; readonly committeeId: string }
  /** More seats are kept for groups than the committee has for citizens. */
  | {
      readonly type: "reserved-above-seats";
      readonly reservedSeats: number;
      readonly citizenSeats: number;
    }
  | { readonly type: "scenario-circle"; readonly titles: readonly string[] }
  /** The lever's target is gone or was never there; it is kept and passed over. */
  | { readonly type: "lever-without-target"; readonly scenarioId: string; readonly path: string }
  | {
      readonly type: "floors-above-pool";
      readonly year: number;
      readonly floorsWon: number;
      readonly poolWon: number;
    }
  | {
      readonly type: "ceiling-exceeded";
      readonly sourceId: string;
      readonly year: number;
      readonly overWon: number;
    }
  | {
      readonly type: "capacity-exceeded";
      readonly resourceId: string;
      readonly year: number;
      readonly overAmount: number;
    };

/** Something in a plan that a person should look at; nothing is corrected. */
export type PlanProblem = ProblemKind & { readonly at: ProblemCell };
export type PlanProblemType = ProblemKind["type"];

/** Every kind in the order in which lists show them: what is broken, then what contradicts, then what does not fit. */
export const planProblemTypes = [
  "misfit-cell",
  "broken-rule",
  "dangling-reference",
  "dependency-cycle",
  "scenario-circle",
  "lever-without-target",
  "duplicate-code",
  "horizon-too-long",
  "amount-outside-task",
  "amount-differs-from-cost-lines",
  "starts-before-predecessor",
  "committee-without-seats",
  "committee-without-source",
  "size-without-ordinance",
  "size-before-ordinance",
  "reserved-above-seats",
  "unknown-grade",
  "weights-not-one",
  "unit-without-people",
  "floors-above-pool",
  "ceiling-exceeded",
  "capacity-exceeded",
] as const satisfies readonly PlanProblemType[];
