import type { Result } from "../result";
import { err, ok } from "../result";
import { draftMoves, type RowMove } from "./draft-move";
import type { DraftOp } from "./draft-ops";
import type { EditError } from "./edit-error";
import { PLAN_ROW_ID } from "./entities";
import { FIRST_POSSIBLE_YEAR, LAST_POSSIBLE_YEAR } from "./field";
import { initialRow, type PlanTables } from "./plan-tables";
import { budgetLineId, needId } from "./row-id";

/** A task and by how many years it starts later, at least 1. */
export interface TaskDelay {
  readonly rowId: string;
  readonly years: number;
}

/**
 * The ops that start tasks whole years later: first and last year go up, and
 * amounts and needs of the plan's first year and later move along, with their
 * cost lines, sources and comments. Amounts stay as they are: the same won, later.
 * What was invested before the plan stays where it is.
 *
 * Errors: `unknown-row` for a task that is not there, `out-of-range` for a last
 * year that no field holds; `row-exists` for one named twice.
 */
export function draftDelays(
  tables: PlanTables,
  delays: readonly TaskDelay[],
): Result<readonly DraftOp[], EditError> {
  const { firstYear } = tables.find("plan", PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID);
  const yearsOf = new Map<string, number>();
  const edits: DraftOp[] = [];
  for (const { rowId, years } of delays) {
    const task = tables.find("task", rowId);
    if (task === undefined) return err({ type: "unknown-row", entity: "task", rowId });
    if (yearsOf.has(rowId)) return err({ type: "row-exists", entity: "task", rowId });
    yearsOf.set(rowId, years);
    const [startYear, endYear] = [task.startYear + years, task.endYear + years];
    if (endYear > LAST_POSSIBLE_YEAR) return err(outOfRange(rowId, endYear));
    edits.push({ entity: "task", rowId, cells: { startYear, endYear } });
  }
  const moves = [
    ...tables.all("budgetLine").flatMap(({ id, taskId, year, sourceId, channelId }): RowMove[] => {
      const years = yearsOf.get(taskId);
      return years === undefined || year < firstYear
        ? []
        : [
            {
              entity: "budgetLine",
              rowId: id,
              toRowId: budgetLineId(taskId, year + years, sourceId, channelId),
            },
          ];
    }),
    ...tables.all("resourceNeed").flatMap(({ id, taskId, resourceId, year }): RowMove[] => {
      const years = yearsOf.get(taskId);
      return years === undefined || year < firstYear
        ? []
        : [{ entity: "resourceNeed", rowId: id, toRowId: needId(taskId, resourceId, year + years) }];
    }),
  ];
  const moved = draftMoves(tables, moves);
  return moved.ok ? ok([...edits, ...moved.value]) : moved;
}

const outOfRange = (rowId: string, value: number): EditError => ({
  type: "out-of-range",
  entity: "task",
  rowId,
  field: "endYear",
  minimum: FIRST_POSSIBLE_YEAR,
  maximum: LAST_POSSIBLE_YEAR,
  value,
});
