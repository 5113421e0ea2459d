import initSqlJs from "sql.js";
import type { Command } from "../../../core/plan/command";
import { buildTemplate } from "../../../core/plan/templates/build-template";
import type { TemplateName } from "../../../core/plan/templates/template-name";
import { PlanDocument } from "../../../core/planfile/plan-document";
import type { OpenDatabase, SqlDatabase } from "../../../core/planfile/sql-database";

const SQL = await initSqlJs();

/** Opens databases with the SQLite that the product uses. */
export const openDatabase: OpenDatabase = (bytes) => new SQL.Database(bytes) as unknown as SqlDatabase;

/** Readable, deterministic UUIDs: 00000000-0000-7000-8000-00000000002a is the 42nd. */
export function makeIdMint(prefix = "00000000"): () => string {
  let next = 0;
  return () => {
    next += 1;
    return `${prefix}-0000-7000-8000-${next.toString(16).padStart(12, "0")}`;
  };
}

export const PLAN_ID = "aaaaaaaa-0000-7000-8000-000000000001";
export const START_MS = Date.UTC(2026, 10, 22);

/** A document with an editing session and helpers that supply ids and a clock which moves on by a second. */
export interface TestPlan {
  readonly document: PlanDocument;
  readonly personId: string;
  execute(command: Command): ReturnType<PlanDocument["execute"]>;
  undo(): ReturnType<PlanDocument["undo"]>;
  redo(): ReturnType<PlanDocument["redo"]>;
  idOf(entity: "task" | "committee" | "area", code: string): string;
}

/** Opens an editing session; give `personId` to let a person come back in a later session. */
export function editAs(
  document: PlanDocument,
  displayName = "Kim",
  prefix = "bbbbbbbb",
  personId = `${prefix}-0000-7000-8000-ffffffffffff`,
): TestPlan {
  const mintId = makeIdMint(prefix);
  let nowMs = START_MS;
  const context = () => {
    nowMs += 1000;
    return { changeId: mintId(), nowMs };
  };
  document.beginSession({ actorId: mintId(), personId, displayName, startedAtMs: START_MS });
  return {
    document,
    personId,
    execute: (command) => document.execute(command, context()),
    undo: () => document.undo(context()),
    redo: () => document.redo(context()),
    idOf: (entity, code) => {
      const row = document.tables.all(entity).find((candidate) => candidate.code === code);
      if (row === undefined) throw new Error(`no ${entity} ${code}`);
      return row.id;
    },
  };
}

/** A new plan from a template, in English unless said otherwise. */
export function makePlan(template: TemplateName, language: "en" | "ko" = "en"): TestPlan {
  const document = PlanDocument.create(openDatabase(), {
    planId: PLAN_ID,
    createdAtMs: START_MS,
    appVersion: "test",
  });
  const plan = editAs(document);
  const rows = buildTemplate(template, { language, firstYear: 2027, mintId: makeIdMint() });
  const started = plan.execute({ type: "start-plan", template, rows });
  if (!started.ok) throw new Error(`template ${template}: ${JSON.stringify(started.error)}`);
  return plan;
}
