import type { PlanTables } from "../../core/plan/plan-tables";
import { budgetLineId } from "../../core/plan/row-id";
import { type CellTarget, targetCell } from "./cell-target";
import { findFieldByName } from "./find-field-by-name";
import { type FoundRow, findRowByCode } from "./find-row-by-code";
import { failOnName, failOnPath } from "./path-failure";
import { readPlanYear } from "./plan-years";

const USUAL_CHANNEL = "REGULAR";

/**
 * `cost.2027.CITY.likely` or `cost.2027.CITY.DONG.likely` of a task (`after` is what follows `cost`), and with
 * `line.2.times` in the field's place a cell of the amount's second cost line. Without a channel it
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
  const hasChannel = source.rest.includes(".") && !startsWithLine(tables, source.rest);
  const channel = hasChannel
    ? findRowByCode(tables, path, "channel", source.rest)
    : { ...findUsualChannel(tables, path, task.rowId, year, source.rowId), rest: source.rest };
  const amount = {
    path: `task.${task.code}.cost.${year}.${source.code}.${channel.code}`,
    rowId: budgetLineId(task.rowId, year, source.rowId, channel.rowId),
  };
  if (NUMBERED.test(channel.rest)) return resolveCostLine(tables, path, amount, channel.rest, text);
  const field = findFieldByName(path, "budgetLine", channel.rest);
  const place = {
    path: `${amount.path}.${field}`,
    entity: "budgetLine",
    rowId: amount.rowId,
    field,
  } as const;
  return [targetCell(tables, place, path, text)];
}

/** `line.2.` and what follows; other words before a number are misspelt. */
const NUMBERED = /^([^.]*)\.(\d+)(?:\.|$)/;

/** A number comes after no channel's code, so that the word before it can only be meant for `line`. */
const startsWithLine = (tables: PlanTables, rest: string) => {
  const [, word] = NUMBERED.exec(rest) ?? [];
  return word !== undefined && !tables.all("channel").some(({ code }) => code === word);
};

/** A cell of one of an amount's cost lines, which are counted from 1 in their order. */
function resolveCostLine(
  tables: PlanTables,
  path: string,
  amount: { readonly path: string; readonly rowId: string },
  rest: string,
  text: string,
): readonly CellTarget[] {
  const [word = "", number = "", ...others] = rest.split(".");
  if (word !== "line") throw failOnName(path, "path", word, "part of an amount", ["line"]);
  const lines = tables.ordered("costLine").filter(({ budgetLineId }) => budgetLineId === amount.rowId);
  const line = lines[Number(number) - 1];
  if (line === undefined)
    throw failOnPath(
      path,
      "unknown-row",
      lines.length === 0
        ? "this amount has no cost lines."
        : `there is no cost line ${number}; this amount has ${lines.length}, counted from 1.`,
    );
  const field = findFieldByName(path, "costLine", others.join("."));
  const place = {
    path: `${amount.path}.line.${number}.${field}`,
    entity: "costLine",
    rowId: line.id,
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
