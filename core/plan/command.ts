import { z } from "zod";
import { entityNames } from "./entities";

const EntityNameSchema = z.enum(
  entityNames as unknown as [(typeof entityNames)[number], ...(typeof entityNames)[number][]],
);
const RowId = z.string().min(1).max(500);
const Cell = z.union([z.string(), z.number(), z.boolean()]);

/** Cells of one row. A row that does not exist yet is created if its entity has a natural key. */
export const RowEdit = z.object({
  entity: EntityNameSchema,
  rowId: RowId,
  cells: z.record(z.string(), Cell),
});
export type RowEdit = z.infer<typeof RowEdit>;

const SettledCell = z.object({
  entity: z.string().min(1).max(100),
  rowId: RowId,
  /** `_deleted` where the question is whether the row stays (false) or goes (true). */
  field: z.string().min(1).max(100),
  value: z.json(),
});
export type SettledCell = z.infer<typeof SettledCell>;

const RowName = z.object({ entity: EntityNameSchema, rowId: RowId });

/**
 * What a person does to a plan, as data. Each command becomes one change in the
 * log and one step of undo. Ids of new rows are minted by the caller.
 */
export const Command = z.discriminatedUnion("type", [
  /** Typing, pasting, filling: any number of cells as one step, and rows that go in the same step. */
  z.object({
    type: z.literal("set-cells"),
    edits: z.array(RowEdit).min(1),
    deleted: z.array(RowName).optional(),
  }),
  z.object({ type: z.literal("add-rows"), rows: z.array(RowEdit).min(1) }),
  z.object({ type: z.literal("delete-rows"), rows: z.array(RowName).min(1) }),
  /** Rows in the place of others: `deleted` (which may be none) go, `rows` come; those that a key names may be there already. */
  z.object({
    type: z.literal("replace-rows"),
    deleted: z.array(RowName),
    rows: z.array(RowEdit).min(1),
  }),
  /** Gives a row that is named by what it is about another key: a change of size another year. */
  z.object({ type: z.literal("move-row"), entity: EntityNameSchema, rowId: RowId, toRowId: RowId }),
  /** Starts tasks whole years later: their years, amounts and needs move; what was invested before the plan stays. */
  z.object({
    type: z.literal("delay-tasks"),
    tasks: z.array(z.object({ rowId: RowId, years: z.int().min(1).max(300) })).min(1),
  }),
  /** Says which value stands in cells that several people set apart: one of theirs, or another. */
  z.object({ type: z.literal("settle-conflicts"), cells: z.array(SettledCell).min(1) }),
  /** Fills a new, empty plan; `template` is only for the label in the history. */
  z.object({ type: z.literal("start-plan"), template: z.string(), rows: z.array(RowEdit).min(1) }),
]);
export type Command = z.infer<typeof Command>;

/** One step that sets these cells. */
export const setCells = (edits: readonly RowEdit[]): RowCommand => ({ type: "set-cells", edits: [...edits] });

export type SettleCommand = Extract<Command, { type: "settle-conflicts" }>;
/** Commands that are about the current rows alone. */
export type RowCommand = Exclude<Command, SettleCommand>;
