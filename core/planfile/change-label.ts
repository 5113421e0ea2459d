import { z } from "zod";
import type { Command } from "../plan/command";
import { type EntityName, isEntityName, type Row } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { keyCellsOf } from "../plan/row-id";
import type { NewOp } from "./name-predecessors";
import type { CellJson } from "./plan-log";
import { DELETED_CELL } from "./plan-log";

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A label says what happened in a line; the values themselves are in the ops. */
const MAX_LABEL_TEXT = 300;

const clip = <T extends string | number | boolean>(value: T): T | string =>
  typeof value === "string" && value.length > MAX_LABEL_TEXT
    ? `${value.slice(0, MAX_LABEL_TEXT - 1)}…`
    : value;

/** What a change did, so that both languages can say it ("Raised council seats 30 → 50"). */
const PlainLabel = z.discriminatedUnion("key", [
  z.object({
    key: z.literal("set-cell"),
    entity: z.string(),
    rowId: z.string(),
    name: z.string(),
    field: z.string(),
    from: Scalar.nullable(),
    to: Scalar,
  }),
  z.object({ key: z.literal("set-cells"), entity: z.string(), cells: z.int(), rows: z.int() }),
  z.object({
    key: z.enum(["add-rows", "delete-rows"]),
    entity: z.string(),
    name: z.string(),
    rows: z.int(),
    /** The task that the named one waits for, where the row says so. */
    predecessor: z.string().optional(),
  }),
  /** Rows in the place of others; `rows` are the new ones, and the name is that of the first. */
  z.object({
    key: z.literal("replace-rows"),
    entity: z.string(),
    name: z.string(),
    rows: z.int(),
    deleted: z.int(),
  }),
  z.object({ key: z.literal("start-plan"), template: z.string() }),
  /** Conflicts settled; the names are those of the first cell. `field` is `_deleted` where a row was kept or deleted. */
  z.object({
    key: z.literal("settle-conflicts"),
    entity: z.string(),
    rowId: z.string(),
    name: z.string(),
    field: z.string(),
    to: Scalar.nullable(),
    cells: z.int(),
  }),
  /** The plan was set back: to a named version, or (with an empty title) to its state at a moment. */
  z.object({
    key: z.literal("restore-version"),
    title: z.string(),
    /** When the last change of that version was made, milliseconds since 1970. */
    atMs: z.number(),
    rows: z.int(),
  }),
  /** The author goes by another name from here on; before they may have gone by none. */
  z.object({ key: z.literal("rename-person"), from: z.string(), authorName: z.string() }),
  /** First change of a copy without history. */
  z.object({ key: z.literal("publish-copy"), rows: z.int() }),
]);
export type PlainLabel = z.infer<typeof PlainLabel>;

/** A label of a step that stands for itself; `revert` takes back one change of anybody through the history. */
const OwnLabel = z.union([PlainLabel, z.object({ key: z.literal("revert"), of: PlainLabel })]);
export type OwnLabel = z.infer<typeof OwnLabel>;

export const ChangeLabel = z.union([
  OwnLabel,
  z.object({ key: z.literal("undo"), of: OwnLabel }),
  z.object({ key: z.literal("redo"), of: OwnLabel }),
]);
export type ChangeLabel = z.infer<typeof ChangeLabel>;

/** Reads a label; null for labels of a newer format. */
export function parseChangeLabel(json: string): ChangeLabel | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const parsed = ChangeLabel.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** Whether a change can be taken back: not the one that a plan begins with, nor one that only says a name. */
export function canTakeBack(label: ChangeLabel | null): boolean {
  return !isBeginning(label) && label?.key !== "rename-person";
}

/** Whether a plan begins with this change, which can therefore not be taken back. */
export function isBeginning(label: ChangeLabel | null): boolean {
  return label?.key === "start-plan" || label?.key === "publish-copy";
}

/** What a change that undoes, or does again, the labelled change says that it is about. */
export function ownLabelOf(label: ChangeLabel | null): OwnLabel {
  if (label === null) return UNKNOWN_LABEL;
  return label.key === "undo" || label.key === "redo" ? label.of : label;
}

/** Stands for what a newer version did. */
const UNKNOWN_LABEL: PlainLabel = { key: "set-cells", entity: "plan", cells: 0, rows: 0 };

/** The label of taking back a change through the history; taking back an undo is doing it again. */
export function labelRevert(label: ChangeLabel | null): ChangeLabel {
  const own = ownLabelOf(label);
  if (own.key === "revert") return { key: "redo", of: own.of };
  return label?.key === "undo" ? { key: "redo", of: own } : { key: "revert", of: own };
}

/** The label of a command, given the rows before it and the ops that it makes. */
export function labelCommand(tables: PlanTables, command: Command, allOps: readonly NewOp[]): PlainLabel {
  if (command.type === "start-plan") return { key: "start-plan", template: command.template };
  if (command.type === "move-row") return labelMove(tables, command);
  if (command.type === "replace-rows") return labelReplacement(tables, command);
  const own = allOps.filter(isOwnOf(command));
  const ops = own.length > 0 ? own : allOps;
  const first = ops[0];
  if (first === undefined) throw new Error("labelCommand: a change without ops");
  const { entity, rowId } = first;
  const name = nameRow(tables, first);
  if (command.type === "delete-rows" || command.type === "add-rows")
    return { key: command.type, entity, name, rows: ops.length, ...namePredecessor(tables, first) };
  const cells = ops.reduce((total, op) => total + countCells(op), 0);
  if (command.type === "settle-conflicts") {
    const [field = "", value = null] = Object.entries(first.cells)[0] ?? [];
    return {
      key: "settle-conflicts",
      entity,
      rowId,
      name,
      field,
      to: toScalar(value),
      cells: command.cells.length,
    };
  }
  const named = singleCell(ops);
  if (named === undefined) return { key: "set-cells", entity, cells, rows: ops.length };
  const before = isEntityName(entity) ? tables.find(entity, rowId) : undefined;
  const [field, to] = named;
  const from = (before as Readonly<Record<string, CellJson>> | undefined)?.[field] ?? null;
  return { key: "set-cell", entity, rowId, name, field, from: toScalar(from), to: toScalar(to) ?? "" };
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
  const edits =
    command.type === "set-cells" ? command.edits : command.type === "add-rows" ? command.rows : command.cells;
  const named = new Set(edits.map(({ entity, rowId }) => `${entity}\n${rowId}`));
  return ({ entity, rowId }) => named.has(`${entity}\n${rowId}`);
}

const toScalar = (value: CellJson): z.infer<typeof Scalar> | null => {
  const parsed = Scalar.safeParse(value);
  return parsed.success ? clip(parsed.data) : null;
};

const countCells = ({ cells }: NewOp) => Object.keys(cells).filter((field) => field !== DELETED_CELL).length;

/** The one cell that a change is about: its only cell, or the likely amount of a budget line. */
function singleCell(ops: readonly NewOp[]): readonly [string, CellJson] | undefined {
  const [op] = ops;
  if (op === undefined || ops.length > 1) return undefined;
  const entries = Object.entries(op.cells).filter(([field]) => field !== DELETED_CELL);
  if (entries.length === 1) return entries[0];
  return op.entity === "budgetLine" ? entries.find(([field]) => field === "likelyWon") : undefined;
}

/** A row's name for people: its title or code; for a budget line or dependency the task's. */
export function nameRow(tables: PlanTables, { entity, rowId, cells }: NewOp): string {
  const known = isEntityName(entity) ? tables.findEvenDeleted(entity, rowId) : undefined;
  const row = { ...known, ...cells } as Record<string, unknown>;
  const own = row.title ?? row.code;
  return clip(typeof own === "string" && own !== "" ? own : (nameOfKey(tables, entity, rowId, row) ?? rowId));
}

/** A dependency is told by both of its tasks. */
function namePredecessor(tables: PlanTables, { entity, rowId }: NewOp): { readonly predecessor?: string } {
  if (entity !== "taskDependency") return {};
  const { predecessorId } = keyCellsOf(entity, rowId) ?? {};
  return predecessorId === undefined
    ? {}
    : { predecessor: nameRow(tables, { entity: "task", rowId: String(predecessorId), cells: {} }) };
}

/** The title of the first row that a row's key names: an amount is known by its task, a size by its committee. */
function nameOfKey(
  tables: PlanTables,
  entity: string,
  rowId: string,
  row: Readonly<Record<string, unknown>>,
): string | undefined {
  // A row that is new has no cells of its key yet.
  const isOfTask = entity === "budgetLine" || entity === "taskDependency";
  const taskId = row.taskId ?? (isOfTask ? rowId.split("/")[0] : undefined);
  const targets: readonly [EntityName, unknown][] = [
    ["task", taskId],
    ["committee", row.committeeId],
    ["source", row.sourceId],
    ["resource", row.resourceId],
    ["scenario", row.scenarioId],
  ];
  for (const [target, id] of targets) {
    if (typeof id !== "string" || id === "") continue;
    const found = tables.findEvenDeleted(target, id) as Partial<Row<"task">> | undefined;
    const name = found?.title || found?.code;
    if (name !== undefined && name !== "") return name;
  }
  return undefined;
}
