import type { ICellEditorParams } from "ag-grid-community";
import { FIRST_POSSIBLE_YEAR, LAST_POSSIBLE_YEAR } from "../../../core/plan/field";
import { err, ok } from "../../../core/result";
import { describeParseError } from "../../ui/describe-parse-error";
import type { CellCheck } from "../../ui/grid/parsed-cell-editor";
import { parseAmount, parsePlainNumber } from "../../ui/parse-amount";
import type { TaskGridContext } from "./task-grid-context";
import type { TaskGridEntry } from "./task-grid-rows";

type Params = ICellEditorParams<TaskGridEntry, unknown, TaskGridContext>;

const refuse = (reason: string): CellCheck => err({ type: "refused", reason });

/** Whole won; an emptied cell is 0. */
export function checkAmount(text: string, { context }: Params): CellCheck {
  const parsed = parseAmount(text, context.unit);
  if (parsed.ok) return parsed;
  return parsed.error.type === "empty" ? ok(0) : refuse(describeParseError(context.t, parsed.error));
}

export const checkScore = (text: string, params: Params): CellCheck => checkNumber(text, params, 0, 100);

/** A year that leaves the task's end at or after its start. */
export function checkYear(text: string, params: Params): CellCheck {
  const checked = checkNumber(text, params, FIRST_POSSIBLE_YEAR, LAST_POSSIBLE_YEAR);
  if (!checked.ok || params.data.kind !== "task") return checked;
  const { t } = params.context;
  if (!Number.isInteger(checked.value)) return refuse(t("refused.notAYear"));
  const { task } = params.data;
  const isStart = params.column.getColId() === "startYear";
  const startYear = isStart ? Number(checked.value) : task.startYear;
  const endYear = isStart ? task.endYear : Number(checked.value);
  return endYear < startYear ? refuse(t("refused.endBeforeStart", { startYear, endYear })) : checked;
}

export const checkTitle = (text: string, { context }: Params): CellCheck =>
  text.trim() === "" ? refuse(context.t("refused.emptyName")) : ok(text.trim());

export const checkText = (text: string): CellCheck => ok(text.trim());

function checkNumber(text: string, { context }: Params, minimum: number, maximum: number): CellCheck {
  const parsed = parsePlainNumber(text);
  if (!parsed.ok) return refuse(describeParseError(context.t, parsed.error, "plain"));
  return parsed.value < minimum || parsed.value > maximum
    ? refuse(context.t("refused.outOfRange", { minimum, maximum }))
    : parsed;
}
