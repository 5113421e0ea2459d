import { z } from "zod";
import type { Command } from "../plan/command";
import type { DraftOp } from "../plan/draft-ops";
import type { Row } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { keyCellsOf } from "../plan/row-id";

const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What a change did, so that both languages can say it ("Raised council seats 30 → 50"). */
const OwnLabel = z.discriminatedUnion("key", [
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
  z.object({ key: z.literal("add-rows"), entity: z.string(), name: z.string(), rows: z.int() }),
  z.object({ key: z.literal("delete-rows"), entity: z.string(), name: z.string(), rows: z.int() }),
  z.object({ key: z.literal("start-plan"), template: z.string() }),
]);

export const ChangeLabel = z.union([
  OwnLabel,
  z.object({ key: z.literal("undo"), of: OwnLabel }),
  z.object({ key: z.literal("redo"), of: OwnLabel }),
]);
export type ChangeLabel = z.infer<typeof ChangeLabel>;
export type OwnLabel = z.infer<typeof OwnLabel>;

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

/** The label of a command, given the rows before it and the ops that it makes. */
export function labelCommand(tables: PlanTables, command: Command, allOps: readonly DraftOp[]): OwnLabel {
  if (command.type === "start-plan") return { key: "start-plan", template: command.template };
  if (command.type === "move-row") return labelMove(tables, command);
  const own = allOps.filter(isOwnOf(command));
  const ops = own.length > 0 ? own : allOps;
  const first = ops[0];
  if (first === undefined) throw new Error("labelCommand: a change without ops");
  const { entity } = first;
  if (command.type === "delete-rows")
    return { key: "delete-rows", entity, name: nameRow(tables, first), rows: ops.length };
  if (command.type === "add-rows")
    return { key: "add-rows", entity, name: nameRow(tables, first), rows: ops.length };
  const cells = ops.reduce((total, op) => total + Object.keys(op.cells).length, 0);
  const named = singleCell(ops);
  if (named === undefined) return { key: "set-cells", entity, cells, rows: ops.length };
  const before = tables.find(entity, first.rowId) as Record<string, string | number | boolean> | undefined;
  const [field, to] = named;
  return {
    key: "set-cell",
    entity,
    rowId: first.rowId,
    name: nameRow(tables, first),
    field,
    from: before?.[field] ?? null,
    to,
  };
}

/** The key cell that another value was typed into. */
function labelMove(
  tables: PlanTables,
  { entity, rowId, toRowId }: Extract<Command, { type: "move-row" }>,
): OwnLabel {
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
function isOwnOf(command: Exclude<Command, { type: "start-plan" | "move-row" }>): (op: DraftOp) => boolean {
  if (command.type === "delete-rows")
    return ({ entity, isDeleted }) => isDeleted === true && entity !== "evidence";
  const edits = command.type === "set-cells" ? command.edits : command.rows;
  const named = new Set(edits.map(({ entity, rowId }) => `${entity}\n${rowId}`));
  return ({ entity, rowId }) => named.has(`${entity}\n${rowId}`);
}

/** The one cell that a change is about: its only cell, or the likely amount of a budget line. */
function singleCell(ops: readonly DraftOp[]): readonly [string, string | number | boolean] | undefined {
  const [op] = ops;
  if (op === undefined || ops.length > 1) return undefined;
  const entries = Object.entries(op.cells);
  if (entries.length === 1) return entries[0];
  return op.entity === "budgetLine" ? entries.find(([field]) => field === "likelyWon") : undefined;
}

/** A row's name for people: its title or code; for a budget line or dependency the task's. */
function nameRow(tables: PlanTables, op: DraftOp): string {
  const row = { ...tables.findEvenDeleted(op.entity, op.rowId), ...op.cells } as Record<string, unknown>;
  const own = row.title ?? row.code;
  if (typeof own === "string" && own !== "") return own;
  const taskId = row.taskId ?? (op.entity === "budgetLine" ? op.rowId.split("/")[0] : undefined);
  const task =
    typeof taskId === "string"
      ? (tables.findEvenDeleted("task", taskId) as Row<"task"> | undefined)
      : undefined;
  return task?.title ?? op.rowId;
}
