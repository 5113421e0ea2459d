import type { ChangeLabel } from "./change-label";
import type { NewOp } from "./name-predecessors";

/** A change that is about to be appended to a log. */
export interface DraftChange {
  readonly ops: readonly NewOp[];
  readonly label: ChangeLabel;
  /** Id of the change that it takes back. */
  readonly undoes: string | null;
}
