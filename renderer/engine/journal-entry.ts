import { z } from "zod";
import { JournalBatch, LogPerson, MergeRecord, PlanLog } from "../../core/planfile/plan-log";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import type { ReplayError } from "./plan-api";

/**
 * What one batch of the crash journal holds: a change; or, first in the journal,
 * what a file would have held: the first change of a plan that was never saved,
 * or the whole log of a backup that was restored.
 */
export const JournalEntry = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("plan-created"),
    identity: z.object({ planId: z.string(), createdAtMs: z.int().min(0), appVersion: z.string() }),
    batch: JournalBatch,
  }),
  /** First in the journal after a backup was restored: what follows stands on it, not on the file. */
  z.object({ type: z.literal("plan-restored"), log: PlanLog }),
  z.object({ type: z.literal("change"), batch: JournalBatch }),
  /** Another file was merged in: the history that came of it, which holds all that was in the plan before. */
  z.object({ type: z.literal("merged"), log: PlanLog, record: MergeRecord, person: LogPerson }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;

export const encodeJournalEntry = (entry: JournalEntry): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(entry));

/** Reads batches back. Errors: `journal-unreadable` at the first batch that is none of ours. */
export function decodeJournal(batches: readonly Uint8Array[]): Result<JournalEntry[], ReplayError> {
  const entries: JournalEntry[] = [];
  for (const batch of batches) {
    const entry = decodeEntry(batch);
    if (entry === null) return err({ type: "journal-unreadable" });
    entries.push(entry);
  }
  return ok(entries);
}

/** Whether a journal can be replayed without the file that it belongs to. */
export function holdsWholePlan([first]: readonly Uint8Array[]): boolean {
  const entry = first === undefined ? null : decodeEntry(first);
  return entry?.type === "plan-created" || entry?.type === "plan-restored";
}

/** The ids of all changes that a journal stands for; null when it cannot be read. */
export function listJournalChanges(batches: readonly Uint8Array[]): readonly string[] | null {
  const decoded = decodeJournal(batches);
  if (!decoded.ok) return null;
  return decoded.value.flatMap((entry) =>
    "log" in entry ? entry.log.changes.map(({ id }) => id) : [entry.batch.change.id],
  );
}

function decodeEntry(batch: Uint8Array): JournalEntry | null {
  try {
    const parsed = JournalEntry.safeParse(JSON.parse(new TextDecoder().decode(batch)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
