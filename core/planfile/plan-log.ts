import { z } from "zod";
import { HYBRID_TIME_PATTERN } from "./hybrid-clock";
import { isUuid } from "./uuid-bytes";

const Uuid = z.string().refine(isUuid);
const Surrogate = z.int().min(1);

/** A JSON value of a cell. Fields of newer formats may hold more than scalars. */
export type CellJson = z.infer<ReturnType<typeof z.json>>;

/** The row's tombstone: a cell like any other in the log. */
export const DELETED_CELL = "_deleted";

export const LogPerson = z.object({ id: Uuid, displayName: z.string().max(500) });
export type LogPerson = z.infer<typeof LogPerson>;

export const LogActor = z.object({ id: Uuid, personId: Uuid, createdAtMs: z.int().min(0) });
export type LogActor = z.infer<typeof LogActor>;

/** Place of an op in this log: change number (1…) and index within the change (0…). */
export const OpPlace = z.tuple([Surrogate, z.int().min(0)]);
export type OpPlace = z.infer<typeof OpPlace>;

/** Cells of one row set by one op. */
export const LogOp = z.object({
  entity: z.string().min(1).max(100),
  rowId: z.string().min(1).max(500),
  // SQLite's texts end at a NUL for most readers, so a name must not hold one.
  cells: z.record(
    z
      .string()
      .max(100)
      .refine((field) => !field.includes("\u0000")),
    z.json(),
  ),
  predecessors: z.array(OpPlace),
});
export type LogOp = z.infer<typeof LogOp>;

/** One command of one person; its number is its place in `PlanLog.changes`, counted from 1. */
export const LogChange = z.object({
  id: Uuid,
  actorId: Uuid,
  /** 1, 2, 3 … for each actor. */
  seq: Surrogate,
  hlc: z.string().regex(HYBRID_TIME_PATTERN),
  /** JSON of a ChangeLabel; kept as text, since newer formats may know more kinds. */
  label: z.string().max(100_000),
  undoes: Uuid.nullable(),
  ops: z.array(LogOp),
});
export type LogChange = z.infer<typeof LogChange>;

export const MergeRecord = z.object({
  mergedAtMs: z.int().min(0),
  personId: Uuid.nullable(),
  otherFile: z.string().max(1000),
  addedChanges: z.int().min(0),
  conflicts: z.int().min(0),
});
export type MergeRecord = z.infer<typeof MergeRecord>;

/** The whole truth of a plan file. Changes are in causal order: predecessors come first. */
export const PlanLog = z.object({
  planId: Uuid,
  format: z.int().min(1),
  createdAtMs: z.int().min(0),
  appVersion: z.string().max(100),
  people: z.array(LogPerson),
  actors: z.array(LogActor),
  changes: z.array(LogChange),
  merges: z.array(MergeRecord),
});
export type PlanLog = z.infer<typeof PlanLog>;

/** What one command adds to the log: the unit of the crash journal. */
export const JournalBatch = z.object({
  planId: Uuid,
  person: LogPerson,
  actor: LogActor,
  /** Number of the change in the log that it was appended to. */
  changeNumber: Surrogate,
  change: LogChange,
});
export type JournalBatch = z.infer<typeof JournalBatch>;
