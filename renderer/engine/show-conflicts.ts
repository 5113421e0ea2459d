import { entityNames, isEntityName } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import type { CellConflict, ConflictValue } from "../../core/planfile/find-conflicts";
import { hybridTimeToMs } from "../../core/planfile/hybrid-clock";
import type { ConflictSide, ConflictView } from "./merge-api";
import { namePlanRow } from "./name-plan-row";
import { showValue } from "./show-cells";

/** In which file a change is. */
export type SideOf = (changeId: string) => ConflictSide;

const ORDER: readonly ConflictSide[] = ["ours", "both", "theirs"];

/** Conflicts in the order of the plan, each with our value first. */
export const showConflicts = (
  conflicts: readonly CellConflict[],
  tables: PlanTables,
  sideOf: SideOf,
): readonly ConflictView[] =>
  orderAsInPlan(conflicts, tables).map(({ entity, rowId, field, values, valueBefore, shownValue }) => {
    const show = (value: ConflictValue["value"]) => showValue(tables, entity, field, value);
    const options = values.map(({ value, changeId, hlc, personId, personName }) => ({
      shown: show(value),
      side: sideOf(changeId),
      personId,
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

/** Kinds of rows as the plan lists them, rows in their own order; what the plan does not know comes last. */
function orderAsInPlan(conflicts: readonly CellConflict[], tables: PlanTables): readonly CellConflict[] {
  const places = new Map<string, number>();
  for (const entity of new Set(conflicts.map((conflict) => conflict.entity)))
    if (isEntityName(entity))
      for (const [place, { id }] of tables.ordered(entity).entries()) places.set(`${entity}\n${id}`, place);
  const kindOf = ({ entity }: CellConflict) =>
    isEntityName(entity) ? entityNames.indexOf(entity) : entityNames.length;
  const placeOf = ({ entity, rowId }: CellConflict) =>
    places.get(`${entity}\n${rowId}`) ?? Number.MAX_SAFE_INTEGER;
  return [...conflicts].sort((a, b) => kindOf(a) - kindOf(b) || placeOf(a) - placeOf(b));
}
