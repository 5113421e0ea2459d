import { z } from "zod";
import { JournalBatch } from "../../core/planfile/plan-log";
import type { Result } from "../../core/result";
import { err, ok } from "../../core/result";
import type { ReplayError } from "./plan-api";

/**
 * What one batch of the crash journal holds: a change; or, first in the journal
 * of a plan that was never saved, its first change with the facts that a file
 * would have held.
 */
export const JournalEntry = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("plan-created"),
    identity: z.object({ planId: z.string(), createdAtMs: z.int().min(0), appVersion: z.string() }),
    batch: JournalBatch,
  }),
  z.object({ type: z.literal("change"), batch: JournalBatch }),
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

function decodeEntry(batch: Uint8Array): JournalEntry | null {
  try {
    const parsed = JournalEntry.safeParse(JSON.parse(new TextDecoder().decode(batch)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
