import type { ChangeLabel } from "./change-label";
import type { JournalBatch } from "./plan-log";

/** Id and wall clock of a new change, supplied by the shell. */
export interface ChangeContext {
  readonly changeId: string;
  readonly nowMs: number;
}

/** Who edits. The actor id is minted afresh for every editing session and never read back from a file. */
export interface EditingSession {
  readonly actorId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly startedAtMs: number;
}

export interface AppliedChange {
  readonly changeNumber: number;
  readonly label: ChangeLabel;
  readonly ops: number;
  /** For the crash journal. */
  readonly journalBatch: JournalBatch;
}
