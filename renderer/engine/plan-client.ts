import type { ProxyMethods } from "comlink";
import { releaseProxy, wrap } from "comlink";
import { LateWorker } from "./late-worker";
import type { PlanApi } from "./plan-api";
import { type RemotePlan, receivePlanReads } from "./plan-remote";
import type { WorkerCrash } from "./worker-crash";
import { watchForCrash } from "./worker-crash";

/** The plan worker as the page holds it. Calls reject only for bugs and when the worker has stopped. */
export interface PlanClient extends PlanApi {
  /** Starts the worker before it is asked for anything. */
  warmUp(): void;
  dispose(): void;
}

/** Connects with the plan worker, which starts when it is first asked or warmed up. After a crash every waiting and later call rejects with WorkerCrash. */
export function startPlanClient(): PlanClient {
  const worker = new LateWorker(
    () => new Worker(new URL("./plan-worker.ts", import.meta.url), { type: "module", name: "plan" }),
  );
  // Comlink's own type takes a promise of a union apart; every method here is asynchronous already.
  const remote = wrap(worker) as unknown as RemotePlan & ProxyMethods;
  let reportCrash: (crash: WorkerCrash) => void = () => {};
  const crashed = new Promise<never>((_resolve, reject) => {
    reportCrash = reject;
  });
  crashed.catch(() => {});
  const stopWatching = watchForCrash(worker, "The plan worker", (crash) => reportCrash(crash));
  /** Comlink leaves calls open for ever when its worker dies. */
  const orCrash = <T>(answer: Promise<T>): Promise<T> => Promise.race([answer, crashed]);

  const reads = receivePlanReads(remote);

  return {
    create: (request) => orCrash(remote.create(request)),
    open: (request) => orCrash(remote.open(request)),
    execute: (command) => orCrash(remote.execute(command)),
    setAmounts: (amounts) => orCrash(remote.setAmounts(amounts)),
    undo: () => orCrash(remote.undo()),
    redo: () => orCrash(remote.redo()),
    exportVerified: () => orCrash(remote.exportVerified()),
    markSaved: (revision) => orCrash(remote.markSaved(revision)),
    readTaskGrid: () => orCrash(reads.readTaskGrid()),
    readLevers: () => orCrash(remote.readLevers()),
    readScenarios: () => orCrash(remote.readScenarios()),
    readRows: (entities) => orCrash(reads.readRows(entities)),
    readRowNames: () => orCrash(remote.readRowNames()),
    readRowNotes: (entity, rowId) => orCrash(remote.readRowNotes(entity, rowId)),
    readOutcome: (levers) => orCrash(reads.readOutcome(levers)),
    readCompiledPlan: () => orCrash(remote.readCompiledPlan()),
    readPlanSnapshot: () => orCrash(remote.readPlanSnapshot()),
    readProblems: () => orCrash(remote.readProblems()),
    readHistory: (request) => orCrash(remote.readHistory(request)),
    readChange: (request) => orCrash(remote.readChange(request)),
    readCellHistory: (...request) => orCrash(remote.readCellHistory(...request)),
    readMerges: () => orCrash(remote.readMerges()),
    readVersions: () => orCrash(remote.readVersions()),
    compareWithNow: (request) => orCrash(remote.compareWithNow(request)),
    nameVersion: (...request) => orCrash(remote.nameVersion(...request)),
    restore: (request) => orCrash(remote.restore(request)),
    revert: (...request) => orCrash(remote.revert(...request)),
    exportPublishedCopy: (request) => orCrash(remote.exportPublishedCopy(request)),
    renamePerson: (request) => orCrash(remote.renamePerson(request)),
    holdOther: (request) => orCrash(remote.holdOther(request)),
    dropOther: () => orCrash(remote.dropOther()),
    relateCopy: (version) => orCrash(remote.relateCopy(version)),
    compareWithOther: () => orCrash(remote.compareWithOther()),
    previewMerge: () => orCrash(remote.previewMerge()),
    readMergedProblems: (request) => orCrash(remote.readMergedProblems(request)),
    takeMerged: (request) => orCrash(remote.takeMerged(request)),
    exportMerged: (request) => orCrash(remote.exportMerged(request)),
    readConflicts: () => orCrash(remote.readConflicts()),
    warmUp: () => worker.warmUp(),
    dispose() {
      stopWatching();
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
