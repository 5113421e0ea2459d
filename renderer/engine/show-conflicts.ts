import type { PlanTables } from "../../core/plan/plan-tables";
import type { CellConflict, ConflictValue } from "../../core/planfile/find-conflicts";
import { hybridTimeToMs } from "../../core/planfile/hybrid-clock";
import type { ConflictSide, ConflictView } from "./merge-api";
import { namePlanRow } from "./name-plan-row";
import { showValue } from "./show-cells";

/** In which file a change is. */
export type SideOf = (changeId: string) => ConflictSide;

const ORDER: readonly ConflictSide[] = ["ours", "both", "theirs"];

/** Conflicts as a screen shows them, each with our value first. */
export const showConflicts = (
  conflicts: readonly CellConflict[],
  tables: PlanTables,
  sideOf: SideOf,
): readonly ConflictView[] =>
  conflicts.map(({ entity, rowId, field, values, valueBefore, shownValue }) => {
    const show = (value: ConflictValue["value"]) => showValue(tables, entity, field, value);
    const options = values.map(({ value, changeId, hlc, personName }) => ({
      shown: show(value),
      side: sideOf(changeId),
      personName,
      atMs: hybridTimeToMs(hlc),
    }));
    return {
      entity,
      rowId,
      rowName: namePlanRow(tables, entity, rowId),
      field,
      options: options.sort((a, b) => ORDER.indexOf(a.side) - ORDER.indexOf(b.side)),
      before: show(valueBefore),
      provisional: show(shownValue),
    };
  });
