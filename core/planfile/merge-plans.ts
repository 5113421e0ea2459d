import type { Result } from "../result";
import { err, ok } from "../result";
import type { CellConflict } from "./find-conflicts";
import { findConflicts } from "./find-conflicts";
import { LogIndex } from "./log-index";
import { type MergeError, mergeLogs } from "./merge-logs";
import { type FoldedLog, PlanFold } from "./plan-fold";
import type { PlanLog } from "./plan-log";

/** What merging another file into ours comes to. */
export interface MergeReport {
  /** The merged history, to be opened with `PlanDocument.fromLog`. */
  readonly log: PlanLog;
  /** Changes that came from the other file. */
  readonly added: number;
  /** Changes that the other file does not have. */
  readonly missingInOther: number;
  /** Cells that both sides gave the same value without knowing of each other. */
  readonly agreed: number;
  /** What is not settled in the merged plan, also from earlier merges. */
  readonly conflicts: readonly CellConflict[];
}

/** Merges two histories of one plan and lists what a person has to settle. Errors: see MergeError. */
export function mergePlans(ours: PlanLog, theirs: PlanLog): Result<MergeReport, MergeError> {
  const merged = mergeLogs(ours, theirs);
  if (!merged.ok) return err(merged.error);
  const { log, onlyInOurs, onlyInTheirs } = merged.value;
  const { conflicts, agreedCells } = findConflicts(foldLog(log));
  return ok({ log, added: onlyInTheirs, missingInOther: onlyInOurs, agreed: agreedCells, conflicts });
}

/** Folds a whole log, in memory only. */
export function foldLog(log: PlanLog): FoldedLog {
  const index = new LogIndex();
  for (const person of log.people) index.addPerson(person);
  for (const actor of log.actors) index.addActor(actor);
  const fold = new PlanFold(index);
  for (const change of log.changes) fold.fold(index.append(change), change);
  return { index, fold };
}
