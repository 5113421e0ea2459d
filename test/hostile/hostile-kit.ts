import { expect } from "vitest";
import { failToOpen } from "../../cli/failures/open-failure";
import { findPlanProblems } from "../../core/plan/find-plan-problems";
import type { OpenError } from "../../core/planfile/open-error";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { PlanDocument } from "../../core/planfile/plan-document";
import { errorKeys } from "../../renderer/session/error-text";
import { dumpProjection, tamper } from "../unit/support/dump-plan";
import { editAs, makePlan, openDatabase } from "../unit/support/make-plan";
import { readBack, saveBytes } from "../unit/support/read-back";

const template = makePlan("seoul-civil-democracy");
const templateBytes = saveBytes(template.document);

/** The bytes of a healthy plan, to be spoilt. */
export const healthy = (): Uint8Array => templateBytes.slice();

/** The healthy plan after somebody's SQL. */
export const spoilt = (...statements: readonly string[]): Uint8Array => tamper(healthy(), ...statements);

/** Time that one hostile file may take, of the processor and not of the clock, so that a busy machine fails nothing. */
const LIMIT_MS = 2000;

/** Runs a piece of work that must not hang: at most two seconds of processor time. */
export function inGoodTime<T>(work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(LIMIT_MS);
  return result;
}

/**
 * What opening comes to: the refusal, or "opened" after the plan was rebuilt,
 * checked, edited, saved and read again. In every case the bytes are untouched,
 * our own open plan is what it was, and a refusal has one sentence in page and
 * terminal, with an exit code.
 */
export function open(bytes: Uint8Array): OpenError | "opened" {
  const before = bytes.slice();
  const ours = saveBytes(template.document);
  const outcome = inGoodTime(() => openAndUse(bytes));
  expect(Buffer.compare(bytes, before)).toBe(0);
  expect(Buffer.compare(saveBytes(template.document), ours)).toBe(0);
  if (outcome !== "opened") expectSentence(outcome);
  return outcome;
}

function openAndUse(bytes: Uint8Array): OpenError | "opened" {
  const opened = readUntrustedPlan(bytes, openDatabase);
  if (!opened.ok) return opened.error;
  const document = PlanDocument.fromLog(openDatabase(), opened.value.log);
  findPlanProblems(document.tables, new Set());
  const plan = editAs(document, "Lee", "dddddddd");
  const edited = plan.execute({
    type: "set-cells",
    edits: [{ entity: "ceiling", rowId: "CITY/2027", cells: { ceilingWon: 1 } }],
  });
  expect(edited.ok).toBe(true);
  expect(readBack(document).changes).toHaveLength(document.revision);
  document.close();
  return "opened";
}

function expectSentence(error: OpenError): void {
  expect(errorKeys.open[error.type]).toMatch(/^error\.open\./);
  const { exitCode, message } = failToOpen("plan.civplan", error);
  expect([3, 4, 6]).toContain(exitCode);
  expect(message).toMatch(/^plan\.civplan .*Nothing was (run or |read or )?changed/);
  expect(message).not.toMatch(/\n|undefined|\[object/);
}

/** The plan that a file which opens holds. */
export function openPlan(bytes: Uint8Array): PlanDocument {
  const opened = readUntrustedPlan(bytes, openDatabase);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return PlanDocument.fromLog(openDatabase(), opened.value.log);
}

/** The tables of current values of a plan that opens. */
export const tablesOf = (bytes: Uint8Array) => dumpProjection(saveBytes(openPlan(bytes)));

export const damaged = (detail: string) => ({ type: "damaged", detail: expect.stringContaining(detail) });
export const refused = (detail: string) => ({
  type: "refused-content",
  detail: expect.stringContaining(detail),
});

/** Numbers in [0, 1) that are the same on every machine (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
