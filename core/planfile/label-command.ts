import type { Command } from "../plan/command";
import { isEntityName } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { keyCellsOf } from "../plan/row-id";
import { isUncertainField } from "../plan/uncertain-fields";
import { type PlainLabel, Scalar } from "./change-label";
import type { NewOp } from "./name-predecessors";
import { nameRow, shorten } from "./name-row";
import type { CellJson } from "./plan-log";
import { DELETED_CELL } from "./plan-log";

/** The label of a command, given the rows before it and the ops that it makes. */
export function labelCommand(tables: PlanTables, command: Command, allOps: readonly NewOp[]): PlainLabel {
  if (command.type === "start-plan") return { key: "start-plan", template: command.template };
  if (command.type === "move-row") return labelMove(tables, command);
  if (command.type === "replace-rows") return labelReplacement(tables, command);
  const own = allOps.filter(isOwnOf(command));
  const ops = own.length > 0 ? own : allOps;
  const first = ops[0];
  if (first === undefined) throw new Error("labelCommand: a change without ops");
  if (command.type === "delete-rows" || command.type === "add-rows")
    return labelRows(tables, command.type, ops, first);
  if (command.type === "settle-conflicts") return labelSettlement(tables, first, command.cells.length);
  return labelNewRows(tables, ops, first) ?? labelCells(tables, ops, first);
}

/** Rows that came or went: those of the kind of the first; what belongs to them goes without saying. */
function labelRows(
  tables: PlanTables,
  key: "add-rows" | "delete-rows",
  ops: readonly NewOp[],
  first: NewOp,
): PlainLabel {
  const rows = ops.filter(({ entity }) => entity === first.entity).length;
  return { key, entity: first.entity, rows, ...nameWithLink(tables, first) };
}

/** A row's name, and what else is to be said of one that links two others or notes a source. */
function nameWithLink(
  tables: PlanTables,
  op: NewOp,
): { readonly name: string; readonly other?: string; readonly field?: string } {
  const { entity, rowId, cells } = op;
  const keys = isEntityName(entity) ? (keyCellsOf(entity, rowId) ?? {}) : {};
  const nameOf = (target: string, id: unknown) =>
    nameRow(tables, { entity: target, rowId: String(id), cells: {} });
  if (entity === "taskDependency" && keys.predecessorId !== undefined)
    return { name: nameOf("task", keys.taskId), other: nameOf("task", keys.predecessorId) };
  if (entity === "taskGoal" && keys.goalId !== undefined)
    return { name: nameOf("task", keys.taskId), other: nameOf("goal", keys.goalId) };
  const name = nameRow(tables, op);
  if (entity !== "evidence" || keys.field === undefined) return { name };
  const kind = cells.kind ?? tables.findEvenDeleted("evidence", rowId)?.kind;
  return { name, other: String(kind ?? "cited"), field: String(keys.field) };
}

/** Kinds of rows that have no figures of their own: they are there or not. */
const LINKS: ReadonlySet<string> = new Set(["taskDependency", "taskGoal"]);

/** The label where cells are set that make rows: links, a source, a new size; undefined where they are figures. */
function labelNewRows(tables: PlanTables, ops: readonly NewOp[], first: NewOp): PlainLabel | undefined {
  const { entity, rowId } = first;
  if (LINKS.has(entity) && ops.every((op) => op.entity === entity)) {
    const gone = ops.filter(({ cells }) => cells[DELETED_CELL] === true);
    if (gone.length === 0) return labelRows(tables, "add-rows", ops, first);
    const tasks = new Set(ops.map((op) => nameWithLink(tables, op).name));
    if (tasks.size > 1) return undefined;
    const [name = ""] = tasks;
    return { key: "replace-rows", entity, name, rows: ops.length - gone.length, deleted: gone.length };
  }
  if (ops.length > 1) return undefined;
  if (entity === "evidence") return labelRows(tables, "add-rows", ops, first);
  const isNew = isEntityName(entity) && tables.find(entity, rowId) === undefined;
  return isNew && singleCell(ops) === undefined ? labelRows(tables, "add-rows", ops, first) : undefined;
}

function labelCells(tables: PlanTables, ops: readonly NewOp[], first: NewOp): PlainLabel {
  const { entity, rowId } = first;
  const scenarioId = scenarioOfLevers(ops);
  if (scenarioId !== undefined) {
    const name = nameRow(tables, { entity: "scenario", rowId: scenarioId, cells: {} });
    return { key: "set-cells", entity, name, cells: ops.length, rows: ops.length };
  }
  const named = singleCell(ops);
  if (named === undefined) {
    const cells = ops.reduce((total, op) => total + countCells(op), 0);
    const isOneRow = ops.every((op) => op.entity === entity && op.rowId === rowId);
    const name = isOneRow ? { name: nameRow(tables, first) } : {};
    const topic = isAboutUncertainty(ops) ? ({ topic: "uncertainty" } as const) : {};
    return { key: "set-cells", entity, ...name, cells, rows: ops.length, ...topic };
  }
  const before = isEntityName(entity) ? tables.find(entity, rowId) : undefined;
  const [field, to] = named;
  const from = (before as Readonly<Record<string, CellJson>> | undefined)?.[field] ?? null;
  const name = nameRow(tables, first);
  return { key: "set-cell", entity, rowId, name, field, from: toScalar(from), to: toScalar(to) ?? "" };
}

/** Whether all cells say what is uncertain about the plan. */
const isAboutUncertainty = (ops: readonly NewOp[]) =>
  ops.every(({ entity, cells }) => entity === "plan" && Object.keys(cells).every(isUncertainField));

/** The scenario whose levers these ops set; undefined where they are about anything else. */
function scenarioOfLevers(ops: readonly NewOp[]): string | undefined {
  const ids = new Set(
    ops.map(({ entity, rowId }) =>
      entity === "scenarioLever" ? keyCellsOf("scenarioLever", rowId)?.scenarioId : undefined,
    ),
  );
  const [only, ...others] = ids;
  return only === undefined || others.length > 0 ? undefined : String(only);
}

function labelSettlement(tables: PlanTables, first: NewOp, cells: number): PlainLabel {
  const { entity, rowId } = first;
  const [field = "", value = null] = Object.entries(first.cells)[0] ?? [];
  const name = nameRow(tables, first);
  return { key: "settle-conflicts", entity, rowId, name, field, to: toScalar(value), cells };
}

/** The rows that come, of the kind that the first is; cells that go with them are not counted. */
function labelReplacement(
  tables: PlanTables,
  { deleted, rows }: Extract<Command, { type: "replace-rows" }>,
): PlainLabel {
  const [first] = rows;
  const entity = first?.entity ?? "plan";
  const label = {
    entity,
    name: first === undefined ? "" : nameRow(tables, first),
    rows: rows.filter((row) => row.entity === entity).length,
  };
  return deleted.length === 0
    ? { key: "add-rows", ...label }
    : { key: "replace-rows", ...label, deleted: deleted.length };
}

/** The key cell that another value was typed into. */
function labelMove(
  tables: PlanTables,
  { entity, rowId, toRowId }: Extract<Command, { type: "move-row" }>,
): PlainLabel {
  const [before, after] = [keyCellsOf(entity, rowId) ?? {}, keyCellsOf(entity, toRowId) ?? {}];
  const field = Object.keys(after).find((key) => before[key] !== after[key]) ?? "";
  return {
    key: "set-cell",
    entity,
    rowId: toRowId,
    name: nameRow(tables, { entity, rowId, cells: {} }),
    field,
    from: before[field] ?? null,
    to: after[field] ?? "",
  };
}

/** What a person did is in the command; sources that go with it and amounts that follow their cost lines are not. */
function isOwnOf(
  command: Exclude<Command, { type: "start-plan" | "move-row" | "replace-rows" }>,
): (op: NewOp) => boolean {
  if (command.type === "delete-rows")
    return ({ entity, cells }) => cells[DELETED_CELL] === true && entity !== "evidence";
  if (command.type === "delay-tasks") return ({ entity }) => entity === "task";
  const named = new Set(namedRows(command).map(({ entity, rowId }) => `${entity}\n${rowId}`));
  return ({ entity, rowId }) => named.has(`${entity}\n${rowId}`);
}

function namedRows(
  command: Extract<Command, { type: "set-cells" | "add-rows" | "settle-conflicts" }>,
): readonly { readonly entity: string; readonly rowId: string }[] {
  if (command.type === "add-rows") return command.rows;
  if (command.type === "settle-conflicts") return command.cells;
  return [...command.edits, ...(command.deleted ?? [])];
}

const toScalar = (value: CellJson): string | number | boolean | null => {
  const parsed = Scalar.safeParse(value);
  if (!parsed.success) return null;
  return typeof parsed.data === "string" ? shorten(parsed.data) : parsed.data;
};

/** The cells that an op sets; a link is one, though it has no figure. */
const countCells = ({ entity, cells }: NewOp) =>
  LINKS.has(entity) ? 1 : Object.keys(cells).filter((field) => field !== DELETED_CELL).length;

/** The one cell that a change is about: its only cell, or the likely amount of a budget line. */
function singleCell(ops: readonly NewOp[]): readonly [string, CellJson] | undefined {
  const [op] = ops;
  if (op === undefined || ops.length > 1) return undefined;
  const entries = Object.entries(op.cells).filter(([field]) => field !== DELETED_CELL);
  if (entries.length === 1) return entries[0];
  return op.entity === "budgetLine" ? entries.find(([field]) => field === "likelyWon") : undefined;
}
