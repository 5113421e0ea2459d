import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { budgetLineId } from "../../../core/plan/row-id";
import { PlanDocument } from "../../../core/planfile/plan-document";
import { PlanEngine } from "../../../renderer/engine/plan-engine";
import { gestures, mintGeneratedIds, perform } from "../support/arbitrary-commands";
import { dumpProjection } from "../support/dump-plan";
import { editAs, makeIdMint, makePlan, openDatabase } from "../support/make-plan";
import { readBack, saveBytes } from "../support/read-back";

const template = readBack(makePlan("district-governance").document);
const startPlan = () => editAs(PlanDocument.fromLog(openDatabase(), template), "Kim", "dddddddd");

/** An empty database in which every write after the tables were made fails while `isFull`. */
function openFullDatabase(): { db: ReturnType<typeof openDatabase>; disk: { isFull: boolean } } {
  const db = openDatabase();
  const disk = { isFull: false };
  const prepare = db.prepare.bind(db);
  db.prepare = (sql) => {
    if (disk.isFull) throw new Error("out of memory");
    return prepare(sql);
  };
  return { db, disk };
}

test("a file written piece by piece, between edits, says the same as one written at once", () => {
  fc.assert(
    fc.property(gestures(), fc.integer({ min: 1, max: 300 }), (history, rows) => {
      const [inPieces, atOnce] = [startPlan(), startPlan()];
      const [mintForPieces, mintForOnce] = [mintGeneratedIds(), mintGeneratedIds()];
      for (const gesture of history) {
        inPieces.document.writeAhead(rows);
        perform(inPieces, gesture, mintForPieces);
        perform(atOnce, gesture, mintForOnce);
      }
      const [pieces, once] = [saveBytes(inPieces.document), saveBytes(atOnce.document)];
      expect(dumpProjection(pieces)).toEqual(dumpProjection(once));
      expect(inPieces.document.toLog()).toEqual(atOnce.document.toLog());
      expect(readBack(inPieces.document)).toEqual(readBack(atOnce.document));
    }),
    { numRuns: process.env.CIVPLAN_FULL === "1" ? 400 : 20 },
  );
});

describe("writing ahead", () => {
  it("ends when the database lacks nothing, and has something to do again after an edit", () => {
    const plan = startPlan();
    let pieces = 1;
    while (!plan.document.writeAhead(100)) pieces += 1;
    const ops = template.changes.flatMap((change) => change.ops).length;
    expect(pieces).toBeGreaterThanOrEqual(Math.floor(ops / 100));
    expect(plan.document.writeAhead(1)).toBe(true);
    plan.execute({ type: "set-cells", edits: [{ entity: "plan", rowId: "plan", cells: { title: "Anew" } }] });
    expect(plan.document.writeAhead(1)).toBe(false);
    expect(plan.document.writeAhead()).toBe(true);
  });

  it("that takes several transactions, with edits between them, leaves the same file", () => {
    const [inPieces, atOnce] = [startPlan(), startPlan()];
    const taskId = inPieces.document.tables.all("task")[0]?.id ?? "";
    const rows = Array.from({ length: 3_000 }, (_, index) => ({
      entity: "budgetLine" as const,
      rowId: budgetLineId(taskId, 2027 + (index % 50), `S${Math.floor(index / 50)}`, "REGULAR"),
      cells: { lowWon: index, likelyWon: index, highWon: index },
    }));
    for (const plan of [inPieces, atOnce]) plan.execute({ type: "add-rows", rows });
    const again = { lowWon: 7, likelyWon: 7, highWon: 7 };
    for (let piece = 0; !inPieces.document.writeAhead(400); piece += 1) {
      const edited = rows[(piece * 37) % rows.length];
      if (piece > 20 || edited === undefined) continue;
      const edits = [{ entity: edited.entity, rowId: edited.rowId, cells: again }];
      for (const plan of [inPieces, atOnce]) plan.execute({ type: "set-cells", edits });
    }
    expect(inPieces.document.tables.all("budgetLine").length).toBeGreaterThan(3_000);
    expect(inPieces.document.revision).toBeGreaterThan(10);
    const [pieces, once] = [saveBytes(inPieces.document), saveBytes(atOnce.document)];
    expect(dumpProjection(pieces)).toEqual(dumpProjection(once));
    expect(readBack(inPieces.document)).toEqual(readBack(atOnce.document));
  });

  it("that fails half-way keeps the plan from ever becoming half a file", () => {
    const { db, disk } = openFullDatabase();
    const document = PlanDocument.fromLog(db, template);
    document.writeAhead(1);
    disk.isFull = true;
    expect(() => document.writeAhead()).toThrow("out of memory");
    disk.isFull = false;
    expect(() => document.export()).toThrow("out of memory");
    expect(() => document.writeAhead()).toThrow("out of memory");
  });
});

it("the engine writes the file of an opened plan ahead, a piece whenever nothing else waits", async () => {
  const waiting: (() => void)[] = [];
  const engine = new PlanEngine({
    openDatabase,
    mintId: makeIdMint("cccccccc"),
    nowMs: () => 1_780_000_000_000,
    defer: (work) => void waiting.push(work),
  });
  const person = { personId: makeIdMint("eeeeeeee")(), displayName: "Kim" };
  const opened = await engine.open({
    log: template,
    journal: [],
    person,
    isReadOnly: false,
    isRestored: false,
  });
  expect(opened.ok).toBe(true);
  let pieces = 0;
  for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
    work();
    expect(waiting.length).toBeLessThanOrEqual(1);
    pieces += 1;
  }
  expect(pieces).toBeGreaterThan(1);
  const exported = await engine.exportVerified();
  expect(exported.ok && exported.value.revision).toBe(template.changes.length);
});

it("the engine leaves the file alone while somebody types", async () => {
  const waiting: { work: () => void; afterMs: number }[] = [];
  let nowMs = 1_780_000_000_000;
  const engine = new PlanEngine({
    openDatabase,
    mintId: makeIdMint("cccccccc"),
    nowMs: () => nowMs,
    defer: (work, afterMs = 0) => void waiting.push({ work, afterMs }),
  });
  const person = { personId: makeIdMint("eeeeeeee")(), displayName: "Kim" };
  await engine.open({ log: template, journal: [], person, isReadOnly: false, isRestored: false });
  const [plan] = (await engine.readRows(["plan"])).plan ?? [];
  const edits = [{ entity: "plan" as const, rowId: plan?.id ?? "", cells: { title: "Typed" } }];
  expect((await engine.execute({ type: "set-cells", edits })).ok).toBe(true);
  nowMs += 100;
  waiting.shift()?.work();
  expect(waiting.map(({ afterMs }) => afterMs)).toEqual([300]);
  nowMs += 300;
  waiting.shift()?.work();
  expect(waiting.map(({ afterMs }) => afterMs)).toEqual([0]);
});
