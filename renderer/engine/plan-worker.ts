import { expose } from "comlink";
import { mintId } from "./mint-id";
import { loadSqlite } from "./open-sql-database";
import { PlanEngine } from "./plan-engine";
import { type RemotePlan, sendPlanReads } from "./plan-remote";

/** The worker that holds the open plan. Calls that come while SQLite is loading wait for it. */
const engine = loadSqlite().then(
  (openDatabase) =>
    new PlanEngine({
      openDatabase,
      mintId,
      nowMs: () => Date.now(),
      defer: (work, afterMs) => void setTimeout(work, afterMs),
    }),
);

const api: RemotePlan = {
  ...sendPlanReads(engine),
  create: async (request) => (await engine).create(request),
  open: async (request) => (await engine).open(request),
  execute: async (command) => (await engine).execute(command),
  setAmounts: async (amounts) => (await engine).setAmounts(amounts),
  undo: async () => (await engine).undo(),
  redo: async () => (await engine).redo(),
  exportVerified: async () => (await engine).exportVerified(),
  markSaved: async (revision) => (await engine).markSaved(revision),
  readLevers: async () => (await engine).readLevers(),
  readScenarios: async () => (await engine).readScenarios(),
  readRowNames: async () => (await engine).readRowNames(),
  readRowNotes: async (entity, rowId) => (await engine).readRowNotes(entity, rowId),
  readCompiledPlan: async () => (await engine).readCompiledPlan(),
  readPlanSnapshot: async () => (await engine).readPlanSnapshot(),
  readProblems: async () => (await engine).readProblems(),
  readHistory: async (request) => (await engine).readHistory(request),
  readChange: async (request) => (await engine).readChange(request),
  readCellHistory: async (...request) => (await engine).readCellHistory(...request),
  readMerges: async () => (await engine).readMerges(),
  readVersions: async () => (await engine).readVersions(),
  compareWithNow: async (request) => (await engine).compareWithNow(request),
  nameVersion: async (...request) => (await engine).nameVersion(...request),
  restore: async (request) => (await engine).restore(request),
  revert: async (...request) => (await engine).revert(...request),
  exportPublishedCopy: async (request) => (await engine).exportPublishedCopy(request),
  renamePerson: async (request) => (await engine).renamePerson(request),
  holdOther: async (request) => (await engine).holdOther(request),
  dropOther: async () => (await engine).dropOther(),
  relateCopy: async (version) => (await engine).relateCopy(version),
  compareWithOther: async () => (await engine).compareWithOther(),
  previewMerge: async () => (await engine).previewMerge(),
  readMergedProblems: async (request) => (await engine).readMergedProblems(request),
  takeMerged: async (request) => (await engine).takeMerged(request),
  exportMerged: async (request) => (await engine).exportMerged(request),
  readConflicts: async () => (await engine).readConflicts(),
};

expose(api);
