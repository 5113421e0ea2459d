import initSqlJs from "sql.js";
import { beforeEach, describe, expect, it } from "vitest";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import type { OpenDatabase } from "../../../core/planfile/sql-database";
import type { Result } from "../../../core/result";
import { mintUuidV7 } from "../../../renderer/engine/mint-id";
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
const startEngine = () => new PlanEngine({ openDatabase, mintId, nowMs: () => 1_780_000_000_000 + minted });

const kim = { personId: mintId(), displayName: "Kim" };
const lee = { personId: mintId(), displayName: "Lee" };

function expectOk<T>(result: Result<T, { readonly type: string }>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function exportLog(engine: PlanEngine) {
  const { bytes } = expectOk(await engine.exportVerified());
  return expectOk(readUntrustedPlan(bytes, openDatabase)).log;
}

const setPlan = async (engine: PlanEngine, cells: Record<string, string | number>) =>
  expectOk(await engine.execute({ type: "set-cells", edits: [{ entity: "plan", rowId: "plan", cells }] }));

const readPlan = async (engine: PlanEngine) => (await engine.readRows(["plan"])).plan?.[0];

/** Kim's plan, and Lee's copy of it. */
let ours: PlanEngine;
let theirs: PlanEngine;
let created: readonly Uint8Array[];
beforeEach(async () => {
  ours = startEngine();
  ({ journalBatches: created } = await ours.create({
    template: "seoul-civil-democracy",
    language: "en",
    person: kim,
    appVersion: "0.0.0",
  }));
  theirs = startEngine();
  const log = await exportLog(ours);
  expectOk(await theirs.open({ log, journal: [], person: lee, isReadOnly: false }));
});

describe("the history of the open plan", () => {
  it("says who did what, the latest first, with the rows and fields that were touched", async () => {
    await setPlan(ours, { title: "Plan A" });
    const [latest, beginning] = await ours.readHistory({});
    expect(latest).toMatchObject({
      personName: "Kim",
      label: { key: "change.set-field", params: { figure: "inspector.field.title" } },
      rowNames: ["Plan A"],
      fields: ["title"],
      canTakeBack: true,
    });
    expect(beginning).toMatchObject({ label: { key: "change.start-plan" }, canTakeBack: false });
  });

  it("shows a change's cells before and after, references by name", async () => {
    const { task, area } = await ours.readRows(["task", "area"]);
    const [rowId, areaId, areaTitle] = [task?.[0]?.id ?? "", area?.[1]?.id ?? "", area?.[1]?.title];
    expectOk(
      await ours.execute({ type: "set-cells", edits: [{ entity: "task", rowId, cells: { areaId } }] }),
    );
    const [line] = await ours.readHistory({});
    const detail = await ours.readChange(line?.changeId ?? "");
    expect(detail?.cells).toMatchObject([
      { field: "areaId", from: { rowName: area?.[0]?.title }, to: { value: areaId, rowName: areaTitle } },
    ]);
    const ofCell = await ours.readCellHistory("task", rowId, "areaId", 5);
    expect(ofCell.map(({ personId, personName }) => [personId, personName])).toEqual([
      [kim.personId, "Kim"],
      [kim.personId, "Kim"],
    ]);
  });

  it("takes back a colleague's change, and one that is no longer the latest only when told to", async () => {
    await setPlan(theirs, { title: "By Lee" });
    const log = await exportLog(theirs);
    expectOk(await ours.open({ log, journal: [], person: kim, isReadOnly: false }));
    const [byLee] = await ours.readHistory({});
    const before = expectOk(await ours.revert(byLee?.changeId ?? "", false)).state.title;
    expect(before).not.toBe("By Lee");
    await setPlan(ours, { title: "By Kim" });
    const [byKim] = await ours.readHistory({});
    await setPlan(ours, { title: "By Kim again" });
    expect(await ours.revert(byKim?.changeId ?? "", false)).toMatchObject({
      ok: false,
      error: { type: "undo-superseded", cells: [{ field: "title" }] },
    });
    expect(expectOk(await ours.revert(byKim?.changeId ?? "", true)).state.title).toBe(before);
    expect(expectOk(await ours.undo()).state.title).toBe("By Kim again");
  });

  it("keeps a state under a name, compares with it and goes back to it in one step", async () => {
    await setPlan(ours, { title: "First" });
    expectOk(await ours.nameVersion("For the council", "", null));
    await setPlan(ours, { title: "Second" });
    const [version] = await ours.readVersions();
    expect(version).toMatchObject({ title: "For the council", changesSince: 2 });
    const point = { type: "named", baselineId: version?.id ?? "" } as const;
    const differences = expectOk(await ours.compareWithNow(point));
    expect(differences).toMatchObject([
      { kind: "changed", cells: [{ field: "title", from: { value: "First" }, to: { value: "Second" } }] },
    ]);
    expect(expectOk(await ours.restore(point)).state.title).toBe("First");
    expect(await ours.readVersions()).toHaveLength(1);
    expect(expectOk(await ours.undo()).state.title).toBe("Second");
  });

  it("publishes the plan as another one without history, names and comments", async () => {
    const cells = {
      entity: "plan",
      rowId: "plan",
      field: "",
      text: "Zwielicht",
      author: "Kim",
      writtenAt: "",
    };
    expectOk(await ours.execute({ type: "add-rows", rows: [{ entity: "comment", rowId: mintId(), cells }] }));
    const request = { appVersion: "0.0.0", displayName: "" };
    const { bytes } = expectOk(await ours.exportPublishedCopy(request));
    const { log } = expectOk(readUntrustedPlan(bytes, openDatabase));
    expect(log.planId).not.toBe((await exportLog(ours)).planId);
    expect(log.changes).toHaveLength(1);
    expect(log.people.map(({ id, displayName }) => [id === kim.personId, displayName])).toEqual([
      [false, ""],
    ]);
    const text = new TextDecoder("latin1").decode(bytes);
    expect(text.includes("Zwielicht")).toBe(false);
    expect(text.includes("Kim")).toBe(false);
    const named = expectOk(await ours.exportPublishedCopy({ ...request, displayName: "City of Seoul" }));
    const { people } = expectOk(readUntrustedPlan(named.bytes, openDatabase)).log;
    expect(people).toMatchObject([{ displayName: "City of Seoul" }]);
    expect(people[0]?.id).not.toBe(kim.personId);
  });

  it("gives a person another name in all that they did, as a change of its own that cannot be taken back", async () => {
    const renamed = await ours.renamePerson("Kim Min-ji");
    expect(renamed?.state.unsavedChanges).toBe(1);
    expect(renamed?.journalBatches).toHaveLength(1);
    expect(renamed?.state.undoLabel).toBeNull();
    const [line, first] = await ours.readHistory({});
    expect([line?.personName, first?.personName]).toEqual(["Kim Min-ji", "Kim Min-ji"]);
    expect(line).toMatchObject({
      label: { key: "change.rename-person", params: { name: "Kim Min-ji" } },
      canTakeBack: false,
    });
    expect(await ours.revert(line?.changeId ?? "", false)).toMatchObject({
      error: { type: "nothing-changed" },
    });
    expect(await ours.renamePerson("Kim Min-ji")).toBeNull();
    expect((await exportLog(ours)).people[0]?.displayName).toBe("Kim Min-ji");
    // Lee has done nothing in this plan yet.
    expect(await theirs.renamePerson("Lee Seo-jun")).toBeNull();
    await setPlan(theirs, { title: "By Lee" });
    expect((await theirs.readHistory({}))[0]?.personName).toBe("Lee Seo-jun");
  });
});

describe("merging another file into the open plan", () => {
  /** Kim and Lee set the same title and each a text of their own. */
  async function part() {
    await setPlan(ours, { title: "By Kim", concept: "Kim's concept" });
    await setPlan(theirs, { title: "By Lee", scope: "Lee's scope" });
    const log = await exportLog(theirs);
    return ours.holdOther({ log, isNewerFormat: false });
  }
  const title = { entity: "plan", rowId: "plan", field: "title" };

  it("tells who did what since they parted, what comes over by itself and what contradicts", async () => {
    expect(await part()).toMatchObject({ isSamePlan: true, title: "By Lee" });
    const preview = expectOk(await ours.previewMerge());
    expect(preview.ours.people).toMatchObject([{ personName: "Kim", changes: 1 }]);
    expect(preview.theirs.people).toMatchObject([{ personName: "Lee", changes: 1 }]);
    expect(preview.automatic).toMatchObject([{ cells: [{ field: "scope", to: { value: "Lee's scope" } }] }]);
    expect(preview.conflicts).toMatchObject([
      {
        ...title,
        options: [
          { side: "ours", personId: kim.personId, personName: "Kim", shown: { value: "By Kim" } },
          { side: "theirs", personId: lee.personId, personName: "Lee", shown: { value: "By Lee" } },
        ],
        before: { value: expect.stringContaining("master plan") },
      },
    ]);
    expect((await readPlan(ours))?.title).toBe("By Kim");
  });

  describe("while it works out what merging comes to", () => {
    let waiting: (() => void)[];
    let stepwise: PlanEngine;
    /** Lets the work go on until nothing of it waits. */
    const goOn = async () => {
      while (waiting.length > 0) {
        waiting.shift()?.();
        await new Promise((resolve) => setTimeout(resolve));
      }
    };

    beforeEach(async () => {
      waiting = [];
      const log = await exportLog(ours);
      stepwise = new PlanEngine({
        openDatabase,
        mintId,
        nowMs: () => 1_780_000_000_000 + minted,
        defer: (work) => void waiting.push(work),
      });
      expectOk(await stepwise.open({ log, journal: [], person: kim, isReadOnly: false }));
      await goOn();
      await setPlan(theirs, { title: "By Lee" });
      await stepwise.holdOther({ log: await exportLog(theirs), isNewerFormat: false });
    });

    it("answers other calls in between, and stops when the other file is put away", async () => {
      const preview = stepwise.previewMerge();
      await expect.poll(() => waiting.length).toBe(1);
      expect((await readPlan(stepwise))?.title).toContain("master plan");
      await stepwise.dropOther();
      await goOn();
      expect(await preview).toMatchObject({ ok: false, error: { type: "no-other-plan" } });
    });

    it("begins anew when the plan is edited meanwhile", async () => {
      const preview = stepwise.previewMerge();
      await expect.poll(() => waiting.length).toBe(1);
      await setPlan(stepwise, { title: "By Kim" });
      await goOn();
      const { conflicts, ours: side } = expectOk(await preview);
      expect(conflicts).toMatchObject([title]);
      expect(side.lines).toHaveLength(1);
    });
  });

  it("takes the merged plan over with what was settled, unsaved, and back out in one step", async () => {
    await part();
    const settled = [{ ...title, value: "By Kim" }];
    const taken = expectOk(await ours.takeMerged({ otherName: "lee.civplan", settled, person: kim }));
    expect(taken).toMatchObject({ added: 1, state: { unsavedChanges: 3, title: "By Kim" } });
    expect(await readPlan(ours)).toMatchObject({ concept: "Kim's concept", scope: "Lee's scope" });
    expect(await ours.readConflicts()).toEqual([]);
    expect(await ours.readMerges()).toMatchObject([
      { otherFile: "lee.civplan", personName: "Kim", addedChanges: 1, conflicts: 1 },
    ]);
    expectOk(await ours.undo());
    expect(await ours.readConflicts()).toHaveLength(1);
    const back = expectOk(await ours.restore(taken.versionBefore));
    expect(back.state.title).toBe("By Kim");
    expect((await readPlan(ours))?.scope).not.toBe("Lee's scope");
  });

  it("leaves what was not settled open, to be settled later", async () => {
    await part();
    expectOk(await ours.takeMerged({ otherName: "lee.civplan", settled: [], person: kim }));
    expect(await ours.readConflicts()).toMatchObject([{ ...title, options: [{}, {}] }]);
    const cells = [{ ...title, value: "By both" }];
    expectOk(await ours.execute({ type: "settle-conflicts", cells }));
    expect(await ours.readConflicts()).toEqual([]);
  });

  it("writes the merged plan as a file and leaves the open one as it is", async () => {
    await part();
    const request = { otherName: "lee.civplan", settled: [{ ...title, value: "By Lee" }], person: kim };
    const { bytes } = expectOk(await ours.exportMerged(request));
    const merged = startEngine();
    const { log } = expectOk(readUntrustedPlan(bytes, openDatabase));
    expectOk(await merged.open({ log, journal: [], person: kim, isReadOnly: false }));
    expect((await readPlan(merged))?.title).toBe("By Lee");
    expect((await readPlan(ours))?.title).toBe("By Kim");
  });

  it("is put back by the crash journal, with what was done after it", async () => {
    const edited = await setPlan(ours, { title: "By Kim" });
    await setPlan(theirs, { scope: "Lee's scope" });
    await ours.holdOther({ log: await exportLog(theirs), isNewerFormat: false });
    const taken = expectOk(await ours.takeMerged({ otherName: "lee.civplan", settled: [], person: kim }));
    const after = await setPlan(ours, { concept: "Later" });
    const journal = [created, edited.journalBatches, taken.journalBatches, after.journalBatches].flat();
    const recovered = startEngine();
    expectOk(await recovered.open({ log: null, journal, person: kim, isReadOnly: false }));
    expect(await readPlan(recovered)).toMatchObject({
      title: "By Kim",
      scope: "Lee's scope",
      concept: "Later",
    });
    expect(await recovered.readMerges()).toHaveLength(1);
  });

  it("foretells problems that neither side has alone", async () => {
    const { task } = await ours.readRows(["task"]);
    const [a, b] = [task?.[0]?.id ?? "", task?.[1]?.id ?? ""];
    const depend = (taskId: string, predecessorId: string) => ({
      type: "add-rows" as const,
      rows: [{ entity: "taskDependency" as const, rowId: `${taskId}/${predecessorId}`, cells: {} }],
    });
    expectOk(await ours.execute(depend(a, b)));
    expectOk(await theirs.execute(depend(b, a)));
    await ours.holdOther({ log: await exportLog(theirs), isNewerFormat: false });
    const { problems } = expectOk(await ours.readMergedProblems([]));
    const cycles = problems.filter(({ problem }) => problem.type === "dependency-cycle");
    expect(cycles).toMatchObject([{ isNew: true }]);
  });

  it("compares with another plan by code and merges nothing", async () => {
    const other = startEngine();
    await other.create({
      template: "seoul-civil-democracy",
      language: "en",
      person: lee,
      appVersion: "0.0.0",
    });
    await setPlan(other, { title: "Another" });
    const view = await ours.holdOther({ log: await exportLog(other), isNewerFormat: false });
    expect(view.isSamePlan).toBe(false);
    const differences = expectOk(await ours.compareWithOther());
    // Cost lines of the same title in one plan cannot be told apart.
    const matched = differences.filter(({ entity }) => entity !== "costLine" && entity !== "evidence");
    expect(matched.map(({ entity, kind }) => [entity, kind])).toEqual([["plan", "changed"]]);
    expect(await ours.previewMerge()).toMatchObject({ ok: false, error: { type: "other-plan" } });
  });
});
