import type { PlanTables } from "../../core/plan/plan-tables";
import { budgetLineId } from "../../core/plan/row-id";
import { type CellTarget, targetCell } from "./cell-target";
import { findFieldByName } from "./find-field-by-name";
import { type FoundRow, findRowByCode } from "./find-row-by-code";
import { readPlanYear } from "./plan-years";

const USUAL_CHANNEL = "REGULAR";

/**
 * `cost.2027.CITY.likely` or `cost.2027.CITY.DONG.likely` of a task (`after` is what follows `cost`). Without a channel it
 * is the task's only line in that year and source, else the regular budget's.
 */
export function resolveAmount(
  tables: PlanTables,
  path: string,
  task: FoundRow,
  after: string,
  text: string,
): readonly CellTarget[] {
  const { year, rest: afterYear } = readPlanYear(tables, path, after);
  const source = findRowByCode(tables, path, "source", afterYear);
  const channel = source.rest.includes(".")
    ? findRowByCode(tables, path, "channel", source.rest)
    : { ...findUsualChannel(tables, path, task.rowId, year, source.rowId), rest: source.rest };
  const field = findFieldByName(path, "budgetLine", channel.rest);
  const place = {
    path: `task.${task.code}.cost.${year}.${source.code}.${channel.code}.${field}`,
    entity: "budgetLine",
    rowId: budgetLineId(task.rowId, year, source.rowId, channel.rowId),
    field,
  } as const;
  return [targetCell(tables, place, path, text)];
}

function findUsualChannel(tables: PlanTables, path: string, taskId: string, year: number, sourceId: string) {
  const lines = tables
    .all("budgetLine")
    .filter((line) => line.taskId === taskId && line.year === year && line.sourceId === sourceId);
  const [only, ...others] = lines;
  const channel =
    only === undefined || others.length > 0 ? undefined : tables.find("channel", only.channelId);
  if (channel !== undefined) return { rowId: channel.id, code: channel.code };
  return findRowByCode(tables, path, "channel", USUAL_CHANNEL);
}
