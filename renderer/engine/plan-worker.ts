import { expose } from "comlink";
import { mintId } from "./mint-id";
import { loadSqlite } from "./open-sql-database";
import { PlanEngine } from "./plan-engine";
import { type RemotePlan, sendPlanReads } from "./plan-remote";

/** The worker that holds the open plan. Calls that come while SQLite is loading wait for it. */
const engine = loadSqlite().then(
  (openDatabase) => new PlanEngine({ openDatabase, mintId, nowMs: () => Date.now() }),
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
};

expose(api);
