import initSqlJs from "sql.js";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import type { OpenDatabase } from "../../../core/planfile/sql-database";
import { mintUuidV7 } from "../../../renderer/engine/mint-id";
import { PlanEngine } from "../../../renderer/engine/plan-engine";
import { keepDisplayName, readPerson } from "../../../renderer/session/person";
import { PlanSession } from "../../../renderer/session/plan-session";
import type { SessionParts } from "../../../renderer/session/session-state";
import type { SessionQuestion } from "../../../renderer/session/session-view";
import type { FakeHost } from "./fake-host";

const sqlite = await initSqlJs();
export const openDatabase: OpenDatabase = (bytes) => new sqlite.Database(bytes);

let minted = 0;
const mintId = (): string => {
  minted += 1;
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, minted);
  return mintUuidV7(1_780_000_000_000 + minted, random);
};

/** A session over the real plan engine, in this process, and a host in memory. */
export function startTestSession(host: FakeHost, parts: Partial<SessionParts> = {}) {
  /** What the session's clock says. */
  const clock = { nowMs: 1_780_000_000_000 };
  const engine = new PlanEngine({ openDatabase, mintId, nowMs: () => 1_780_000_000_000 + minted });
  const session = new PlanSession({
    host,
    plan: engine,
    readThroughGate: async (bytes) => readUntrustedPlan(bytes, openDatabase),
    readPerson: () => readPerson(host, mintId),
    readAhead: () => ({ arrived: Promise.resolve(), forget: () => {} }),
    nowMs: () => clock.nowMs,
    renamePerson: async (displayName) => {
      await keepDisplayName(host, displayName);
      return readPerson(host, mintId);
    },
    language: () => "en",
    translate: (key) => key,
    ...parts,
  });
  /** Answers the question that the session asks next. */
  const answerNext = (type: SessionQuestion["type"], answer: string): Promise<void> =>
    new Promise((resolve) => {
      const stop = session.view.subscribe(() => {
        const { question } = session.view.get();
        if (question?.type !== type) return;
        stop();
        queueMicrotask(() => {
          (question.answer as (answer: string) => void)(answer);
          resolve();
        });
      });
    });
  const openDocument = () => {
    const { document } = session.view.get();
    if (document === null) throw new Error("no plan is open");
    return document;
  };
  const noticeType = () => session.view.get().notice?.failure.error.type ?? null;
  const rename = (title: string) =>
    session.execute({ type: "set-cells", edits: [{ entity: "plan", rowId: "plan", cells: { title } }] });
  return { session, engine, clock, answerNext, openDocument, noticeType, rename };
}
