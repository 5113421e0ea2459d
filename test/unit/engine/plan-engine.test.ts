import initSqlJs from "sql.js";
import { beforeEach, describe, expect, it } from "vitest";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import type { OpenDatabase } from "../../../core/planfile/sql-database";
import { mintUuidV7 } from "../../../renderer/engine/mint-id";
import type { OpenPlanRequest } from "../../../renderer/engine/plan-api";
import { PlanEngine } from "../../../renderer/engine/plan-engine";

const sqlite = await initSqlJs();
const openDatabase: OpenDatabase = (bytes) => new sqlite.Database(bytes);
let minted = 0;
const mintId = () => {
  minted += 1;
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, minted);
  return mintUuidV7(1_780_000_000_000, random);
};
const person = { personId: mintId(), displayName: "Kim" };
const startEngine = () => new PlanEngine({ openDatabase, mintId, nowMs: () => 1_780_000_000_000 });

let engine: PlanEngine;
beforeEach(() => {
  engine = startEngine();
});

const create = () =>
  engine.create({ template: "seoul-civil-democracy", language: "en", person, appVersion: "0.0.0" });

async function save() {
  const exported = await engine.exportVerified();
  if (!exported.ok) throw new Error(exported.error.type);
  await engine.markSaved(exported.value.revision);
  const passed = readUntrustedPlan(exported.value.bytes, openDatabase);
  if (!passed.ok) throw new Error(passed.error.type);
  return passed.value.log;
}

const openRequest = (request: Partial<OpenPlanRequest>): OpenPlanRequest => ({
  log: null,
  journal: [],
  person,
  isReadOnly: false,
  ...request,
});

/** The first amount of the first task that can be typed into. */
async function firstAmount() {
  const { rows } = await engine.readTaskGrid();
  const amount = Object.values(rows[0]?.lines[0]?.amounts ?? {})[0];
  if (amount === undefined) throw new Error("the template has no amounts");
  return amount;
}

describe("PlanEngine", () => {
  it("starts a plan from a template with nothing unsaved and nothing to undo", async () => {
    const { state, journalBatches } = await create();
    expect(state).toMatchObject({ revision: 1, unsavedChanges: 0, undoLabel: null, isReadOnly: false });
    expect(journalBatches).toHaveLength(1);
  });

  it("counts unsaved changes from the last save", async () => {
    await create();
    const { rowId, likelyWon } = await firstAmount();
    const edited = await engine.setAmounts([{ rowId, likelyWon: likelyWon + 1_000_000 }]);
    expect(edited.ok && edited.value.state.unsavedChanges).toBe(1);
    await save();
    const undone = await engine.undo();
    expect(undone.ok && undone.value.state.unsavedChanges).toBe(1);
    expect((await firstAmount()).likelyWon).toBe(likelyWon);
  });

  it("saves and opens with the same grid, levers and scenarios", async () => {
    await create();
    const read = async () => [
      await engine.readTaskGrid(),
      await engine.readLevers(),
      await engine.readScenarios(),
      await engine.readCompiledPlan(),
    ];
    const before = await read();
    const log = await save();
    engine = startEngine();
    const opened = await engine.open(openRequest({ log }));
    expect(opened).toMatchObject({ ok: true, value: { unsavedChanges: 0 } });
    expect(await read()).toEqual(before);
  });

  it("replays a journal on a file, and passes over what the file holds already", async () => {
    await create();
    const saved = await save();
    const { rowId } = await firstAmount();
    const edited = await engine.setAmounts([{ rowId, likelyWon: 12_000_000 }]);
    if (!edited.ok) throw new Error(edited.error.type);
    const journal = edited.value.journalBatches;
    const savedAfter = await save();

    engine = startEngine();
    const recovered = await engine.open(openRequest({ log: saved, journal }));
    expect(recovered).toMatchObject({ ok: true, value: { unsavedChanges: 1 } });
    expect((await firstAmount()).likelyWon).toBe(12_000_000);
    const nothingToDo = await startEngine().open(openRequest({ log: savedAfter, journal }));
    expect(nothingToDo).toMatchObject({ ok: true, value: { unsavedChanges: 0 } });
  });

  it("refuses a journal that does not follow the file, and keeps the plan that was open", async () => {
    const { state } = await create();
    const first = await engine.setAmounts([{ rowId: (await firstAmount()).rowId, likelyWon: 1_000_000 }]);
    if (!first.ok) throw new Error(first.error.type);
    const saved = await save();
    const other = startEngine();
    await other.create({ template: "empty", language: "en", person, appVersion: "0.0.0" });
    const exported = await other.exportVerified();
    if (!exported.ok) throw new Error(exported.error.type);
    const foreign = readUntrustedPlan(exported.value.bytes, openDatabase);
    if (!foreign.ok) throw new Error(foreign.error.type);
    const journal = first.value.journalBatches;
    expect(await engine.open(openRequest({ log: foreign.value.log, journal }))).toEqual({
      ok: false,
      error: { type: "journal-does-not-fit" },
    });
    const unreadable = [new TextEncoder().encode("{")];
    expect(await engine.open(openRequest({ log: saved, journal: unreadable }))).toEqual({
      ok: false,
      error: { type: "journal-unreadable" },
    });
    expect((await engine.markSaved(2)).planId).toBe(state.planId);
  });

  it("brings a plan back that was never saved, from its journal alone", async () => {
    const { state, journalBatches } = await create();
    const edited = await engine.setAmounts([{ rowId: (await firstAmount()).rowId, likelyWon: 1_000_000 }]);
    if (!edited.ok) throw new Error(edited.error.type);
    const grid = await engine.readTaskGrid();
    const changesOnly = edited.value.journalBatches;
    engine = startEngine();
    expect(await engine.open(openRequest({ journal: changesOnly }))).toMatchObject({
      ok: false,
      error: { type: "journal-does-not-fit" },
    });
    const opened = await engine.open(openRequest({ journal: [...journalBatches, ...changesOnly] }));
    expect(opened).toMatchObject({ ok: true, value: { planId: state.planId, unsavedChanges: 1 } });
    expect(await engine.readTaskGrid()).toEqual(grid);
  });

  it("refuses every edit of a plan that is open to look at only", async () => {
    await create();
    const { rowId } = await firstAmount();
    const log = await save();
    await engine.open(openRequest({ log, isReadOnly: true }));
    const refused = { ok: false, error: { type: "read-only" } };
    expect(await engine.setAmounts([{ rowId, likelyWon: 1 }])).toEqual(refused);
    expect(await engine.undo()).toEqual(refused);
  });

  it("shows money by source and channel, with the sum a year", async () => {
    await create();
    const { rows, years, sources } = await engine.readTaskGrid();
    expect(rows).toHaveLength(11);
    expect(sources.some(({ ceilingWonByYear }) => Object.keys(ceilingWonByYear).length > 0)).toBe(true);
    for (const row of rows)
      for (const year of years) {
        const ofLines = row.lines.reduce((sum, line) => sum + (line.amounts[year]?.likelyWon ?? 0), 0);
        expect(row.totalWonByYear[year] ?? 0).toBe(ofLines);
      }
  });
});
