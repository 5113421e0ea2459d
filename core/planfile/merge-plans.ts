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
export const mergePlans = (ours: PlanLog, theirs: PlanLog): Result<MergeReport, MergeError> =>
  runSteps(mergePlansInSteps(ours, theirs));

/** As `mergePlans`, with a yield wherever somebody else may have a turn or call it off. */
export function* mergePlansInSteps(
  ours: PlanLog,
  theirs: PlanLog,
): Generator<void, Result<MergeReport, MergeError>, void> {
  const merged = mergeLogs(ours, theirs);
  if (!merged.ok) return err(merged.error);
  yield;
  const { log, onlyInOurs, onlyInTheirs } = merged.value;
  const folded = yield* foldLogInSteps(log);
  yield;
  const { conflicts, agreedCells } = findConflicts(folded);
  return ok({ log, added: onlyInTheirs, missingInOther: onlyInOurs, agreed: agreedCells, conflicts });
}

/** Folds a whole log, in memory only. */
export const foldLog = (log: PlanLog): FoldedLog => runSteps(foldLogInSteps(log));

/** As `foldLog`, with a yield after some thousand ops. */
export function* foldLogInSteps(log: PlanLog): Generator<void, FoldedLog, void> {
  const index = new LogIndex();
  for (const person of log.people) index.addPerson(person);
  for (const actor of log.actors) index.addActor(actor);
  const fold = new PlanFold(index);
  let ops = 0;
  for (const change of log.changes) {
    fold.fold(index.append(change), change);
    ops += change.ops.length;
    if (ops < OPS_BETWEEN_YIELDS) continue;
    ops = 0;
    yield;
  }
  return { index, fold };
}

/** Some milliseconds of work. */
const OPS_BETWEEN_YIELDS = 5000;

function runSteps<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
