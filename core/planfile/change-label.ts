import { z } from "zod";

export const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/**
 * What a change did, so that both languages can say it ("Raised council seats 30 → 50").
 * A label says it in a line; the values themselves are in the ops.
 */
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
  z.object({
    key: z.literal("set-cells"),
    entity: z.string(),
    /** The row that all cells are in; the scenario whose levers they are. */
    name: z.string().optional(),
    cells: z.int(),
    rows: z.int(),
    /** Where all cells are about one thing that has a name. */
    topic: z.literal("uncertainty").optional(),
  }),
  z.object({
    key: z.enum(["add-rows", "delete-rows"]),
    entity: z.string(),
    name: z.string(),
    /** Rows of the kind of the named one. */
    rows: z.int(),
    /** What the named task waits for, or the goal that it stands under; of a source whether it is cited or illustrative. */
    other: z.string().optional(),
    /** The cell that a source is about. */
    field: z.string().optional(),
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
