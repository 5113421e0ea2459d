import type { RowNotes } from "../../engine/plan-api";
import type { Selection } from "../../session/selection";
import type { ScreenEdits } from "../../session/use-screen-edits";

/** What every part of the inspector is given. */
export interface InspectorPartProps {
  readonly selection: Selection;
  readonly notes: RowNotes;
  readonly run: ScreenEdits["run"];
}
