import type { Result } from "../result";
import { err, ok } from "../result";
import { isBeginning, labelRevert, parseChangeLabel } from "./change-label";
import type { DraftChange } from "./draft-change";
import type { FoldedLog } from "./plan-fold";
import { invertChange, type SupersededError } from "./undo-change";

/** Why a change was not taken back through the history. Nothing was changed. */
export type RevertError =
  | { readonly type: "unknown-change"; readonly changeId: string }
  /** The change that the plan begins with. */
  | { readonly type: "beginning-of-plan" }
  /** A change that set no cell: somebody said their name. */
  | { readonly type: "nothing-changed" }
  | SupersededError;

/**
 * The change that takes back a change of anybody, as long as nobody has set its cells
 * since. `isForced` takes it back all the same: what was set since goes with it.
 */
export function draftRevert(
  changeId: string,
  folded: FoldedLog,
  isForced = false,
): Result<DraftChange, RevertError> {
  const changeNumber = folded.index.numberOf(changeId);
  const change = changeNumber === undefined ? undefined : folded.index.changeAt(changeNumber);
  if (change === undefined) return err({ type: "unknown-change", changeId });
  const label = parseChangeLabel(change.label);
  if (isBeginning(label)) return err({ type: "beginning-of-plan" });
  if (change.ops.length === 0) return err({ type: "nothing-changed" });
  const inverted = invertChange(change, folded, isForced);
  if (!inverted.ok) return inverted;
  return ok({ ops: inverted.value, label: labelRevert(label), undoes: change.id });
}
