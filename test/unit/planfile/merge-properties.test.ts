import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { readAuthorName } from "../../../core/planfile/author-name";
import { findConflicts } from "../../../core/planfile/find-conflicts";
import { mergeLogs } from "../../../core/planfile/merge-logs";
import { foldLog } from "../../../core/planfile/merge-plans";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import { PlanDocument } from "../../../core/planfile/plan-document";
import { foldChanges } from "../../../core/planfile/plan-fold";
import type { LogChange, PlanLog } from "../../../core/planfile/plan-log";
import { renumberChange } from "../../../core/planfile/plan-version";
import { type Gesture, gestures, mintGeneratedIds, perform } from "../support/arbitrary-commands";
import { copyFor, mergeOrThrow } from "../support/copies";
import { dumpProjection, visibleRows } from "../support/dump-plan";
import { makePlan, openDatabase, START_MS, type TestPlan } from "../support/make-plan";
import { readBack, saveBytes } from "../support/read-back";

vi.setConfig({ testTimeout: 600_000 });

const isFull = process.env.CIVPLAN_FULL === "1";
const runs = (few: number) => ({ numRuns: isFull ? few * 20 : few });

/** A small plan that everybody has a copy of; its ids differ from all that are made later. */
const base = readBack(smallPlan().document);

function smallPlan(): TestPlan {
  const plan = makePlan("empty");
  const [task, other] = ["cccccccc-0000-7000-8000-000000000001", "cccccccc-0000-7000-8000-000000000002"];
  const added = plan.execute({
    type: "add-rows",
    rows: [
      { entity: "task", rowId: task, cells: { code: "T01", title: "Ordinance" } },
      { entity: "task", rowId: other, cells: { code: "T02", title: "Roundtable" } },
      { entity: "budgetLine", rowId: `${task}/2027/CITY/REGULAR`, cells: { likelyWon: 100, highWon: 120 } },
      { entity: "taskDependency", rowId: `${other}/${task}`, cells: {} },
    ],
  });
  if (!added.ok) throw new Error(added.error.type);
  return plan;
}

/** Where the small plan has rows, so that people who edit apart meet in the same cells. */
const MEETING_PLACES = ["task", "task", "budgetLine", "taskDependency", "plan"] as const;
const FIRST_FIELDS = 4;

function meet(gesture: Gesture): Gesture {
  if (!("edits" in gesture)) return gesture;
  const edits = gesture.edits.map(({ pick, fields }) => ({
    entity: MEETING_PLACES[pick % MEETING_PLACES.length] ?? "task",
    pick: Math.floor(pick / MEETING_PLACES.length),
    fields: fields.map(([field, value]): (typeof fields)[number] => [field % FIRST_FIELDS, value]),
  }));
  return { ...gesture, edits };
}

/** Histories of the app's real commands, made apart; each person's clock may be wrong by years. */
const Side = fc.record({
  history: gestures(4).map((history) => history.map(meet)),
  clockErrorYears: fc.integer({ min: -20, max: 20 }),
});
const sides = (count: number) => fc.tuple(...Array.from({ length: count }, () => Side));

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** What one person makes of a copy of the plan, with the ids of their own. */
function editApart(
  log: PlanLog,
  side: { history: Gesture[]; clockErrorYears: number },
  person: number,
): PlanDocument {
  const document = PlanDocument.fromLog(openMemory(), log);
  const prefix = `${person}${person}${person}${person}${log.changes.length.toString(16).padStart(4, "0")}`;
  const uuid = (n: number) => `${prefix}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
  document.beginSession({
    actorId: uuid(1),
    personId: `${person}aaaaaaa-0000-7000-8000-000000000000`,
    displayName: `Person ${person}`,
    startedAtMs: START_MS,
  });
  let step = 1;
  const context = () => {
    step += 1;
    return { changeId: uuid(step), nowMs: START_MS + side.clockErrorYears * YEAR_MS + step * 1000 };
  };
  const plan: TestPlan = {
    document,
    personId: "",
    execute: (command) => document.execute(command, context()),
    undo: () => document.undo(context()),
    redo: () => document.redo(context()),
    idOf: () => "",
  };
  // Ids of new rows differ by person; natural keys are the same for everybody.
  const mintRowId = mintGeneratedIds();
  const mintId = () => mintRowId().replace("99999999", `${person}9999999`);
  for (const gesture of side.history) perform(plan, gesture, mintId);
  return document;
}

/** SQLite that keeps nothing: for runs that are about sets of ops only. */
const openMemory = () => ({
  run: () => undefined,
  exec: () => [],
  prepare: () => ({
    run: () => undefined,
    bind: () => true,
    step: () => false,
    get: () => [],
    reset: () => undefined,
    free: () => true,
  }),
  export: () => new Uint8Array(),
  close: () => undefined,
});

const merge = (a: PlanLog, b: PlanLog): PlanLog => {
  const merged = mergeLogs(a, b);
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  return merged.value.log;
};

/** As `toEqual`, but quick where there is no difference to show. */
function expectSame(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

const conflictsOf = (log: PlanLog) => findConflicts(foldLog(log)).conflicts;
const rowsOf = (log: PlanLog) => visibleRows(foldLog(log).fold.tables);

test("merging is commutative and idempotent, and merging with an earlier copy changes nothing", () => {
  fc.assert(
    fc.property(sides(2), ([one, two]) => {
      if (one === undefined || two === undefined) return;
      const [a, b] = [editApart(base, one, 1).toLog(), editApart(base, two, 2).toLog()];
      const ab = merge(a, b);
      expectSame(merge(b, a), ab);
      expectSame(merge(a, a), a);
      expectSame(merge(ab, ab), ab);
      for (const part of [a, b, base]) {
        expectSame(merge(ab, part), ab);
        expectSame(merge(part, ab), ab);
      }
      expectSame(merge(a, base), a);
    }),
    runs(500),
  );
});

test("merging three and four copies comes to the same in any grouping, and so do the conflicts", () => {
  fc.assert(
    fc.property(sides(4), (four) => {
      const [a, b, c, d] = four.map((side, index) => editApart(base, side, index + 1).toLog());
      if (a === undefined || b === undefined || c === undefined || d === undefined) return;
      const abc = merge(merge(a, b), c);
      expectSame(merge(a, merge(b, c)), abc);
      expectSame(merge(merge(c, a), b), abc);
      const abcd = merge(abc, d);
      expectSame(merge(merge(d, b), merge(c, a)), abcd);
      expectSame(conflictsOf(merge(merge(d, b), merge(c, a))), conflictsOf(abcd));
    }),
    runs(500),
  );
});

/** One person who edits copies at several places, under names that come and go there. */
const NamedSide = fc.record({
  clockErrorYears: fc.integer({ min: -20, max: 20 }),
  steps: fc.array(fc.oneof(fc.constantFrom("", "Kim", "Kim Min-ji", "김민지"), fc.constant(null)), {
    minLength: 1,
    maxLength: 4,
  }),
});

/** Null edits, a name renames; the first name is what the person was called when the session began. */
function nameApart(
  log: PlanLog,
  {
    clockErrorYears,
    steps,
  }: { readonly clockErrorYears: number; readonly steps: readonly (string | null)[] },
  place: number,
): PlanLog {
  const document = PlanDocument.fromLog(openMemory(), log);
  const uuid = (n: number) => `${place}0ddba11-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
  const personId = "aaaaaaaa-0000-7000-8000-00000000000a";
  const displayName = steps.find((step) => step !== null) ?? "";
  document.beginSession({ actorId: uuid(1), personId, displayName, startedAtMs: START_MS });
  for (const [index, step] of steps.entries()) {
    const context = { changeId: uuid(index + 2), nowMs: START_MS + clockErrorYears * YEAR_MS + index * 1000 };
    if (step !== null) document.renameAuthor(step, context);
    else {
      const cells = { title: `${place} ${index}` };
      document.execute({ type: "set-cells", edits: [{ entity: "plan", rowId: "plan", cells }] }, context);
    }
  }
  return document.toLog();
}

test("a person's name is the one said last in all copies together, in any grouping; an earlier copy changes nothing", () => {
  fc.assert(
    fc.property(fc.tuple(NamedSide, NamedSide, NamedSide), (three) => {
      const [a, b, c] = three.map((side, index) => nameApart(base, side, index + 1));
      if (a === undefined || b === undefined || c === undefined) return;
      const abc = merge(merge(a, b), c);
      expectSame(merge(a, merge(b, c)), abc);
      expectSame(merge(merge(c, a), b), abc);
      for (const part of [a, b, c, abc]) {
        expectSame(merge(part, part), part);
        expectSame(merge(part, abc), abc);
      }
      // A later session goes on from the merged plan, hands it back, and nothing of it is lost.
      const later = nameApart(abc, { clockErrorYears: -20, steps: [null, "Later"] }, 4);
      expectSame(merge(merge(a, later), abc), later);
      expect(nameOf(later)).toBe("Later");
      const said = abc.changes
        .filter(({ actorId }) => actorId.slice(1, 8) === "0ddba11")
        .map(({ hlc, id, label }) => ({ order: `${hlc} ${id}`, name: readAuthorName(label) }))
        .filter(({ name }) => name !== null)
        .sort((one, two) => (one.order < two.order ? -1 : 1));
      if (said.length > 0) expect(nameOf(abc)).toBe(said.at(-1)?.name);
    }),
    runs(500),
  );
});

const nameOf = ({ people }: PlanLog) =>
  people.find(({ id }) => id === "aaaaaaaa-0000-7000-8000-00000000000a")?.displayName;

test("no op is lost or altered: every change of each side is in the merged log with its cells and predecessors", () => {
  fc.assert(
    fc.property(sides(2), ([one, two]) => {
      if (one === undefined || two === undefined) return;
      const logs = [editApart(base, one, 1).toLog(), editApart(base, two, 2).toLog()] as const;
      const merged = merge(...logs);
      const inMerged = new Map(merged.changes.map((change) => [change.id, change]));
      expect(inMerged.size).toBe(new Set(logs.flatMap(({ changes }) => changes.map(({ id }) => id))).size);
      for (const log of logs)
        for (const change of log.changes)
          expectSame(byIds(inMerged.get(change.id), merged.changes), byIds(change, log.changes));
    }),
    runs(500),
  );
});

/** A change with its predecessors named by change id, so that numbering does not matter. */
const byIds = (change: LogChange | undefined, changes: readonly LogChange[]) =>
  change && {
    ...change,
    ops: change.ops.map((op) => ({
      ...op,
      predecessors: op.predecessors.map(([n, i]) => `${changes[n - 1]?.id} ${i}`).sort(),
    })),
  };

test("rows, heads and conflicts are the fold of the changes in any causal order", () => {
  fc.assert(
    fc.property(sides(2), fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }), ([one, two], picks) => {
      if (one === undefined || two === undefined) return;
      const merged = merge(editApart(base, one, 1).toLog(), editApart(base, two, 2).toLog());
      const shuffled = shuffleCausally(merged.changes, picks);
      expectSame(visibleRows(foldChanges(shuffled).fold.tables), rowsOf(merged));
      const numberless = (log: PlanLog) =>
        conflictsOf(log).map(({ values, ...cell }) => ({
          ...cell,
          values: values.map(({ changeNumber: _, ...value }) => value),
        }));
      expectSame(numberless({ ...merged, changes: [...shuffled] }), numberless(merged));
    }),
    runs(500),
  );
});

/** Another order in which every change comes after those that it builds on: its actor's and its predecessors. */
function shuffleCausally(changes: readonly LogChange[], picks: readonly number[]): readonly LogChange[] {
  const start = base.changes.length;
  const left = changes.slice(start).map((change, index) => ({ change, number: start + index + 1 }));
  const ordered = changes.slice(0, start).map((change, index) => ({ change, number: index + 1 }));
  while (left.length > 0) {
    const ready = left.filter(
      ({ change, number }) =>
        !left.some(
          (other) =>
            other.number !== number &&
            ((other.change.actorId === change.actorId && other.change.seq < change.seq) ||
              change.ops.some((op) => op.predecessors.some(([n]) => n === other.number))),
        ),
    );
    const next = ready[(picks[ordered.length % picks.length] ?? 0) % ready.length];
    if (next === undefined) throw new Error("no change is ready");
    ordered.push(next);
    left.splice(left.indexOf(next), 1);
  }
  const places = new Map(ordered.map(({ number }, index) => [number, index + 1]));
  return ordered.map(({ change }) => renumberChange(change, (n) => places.get(n)));
}

test("the conflicts do not depend on who merges whom; settling all leaves one head a cell and nothing to settle anywhere", () => {
  fc.assert(
    fc.property(sides(2), ([one, two]) => {
      if (one === undefined || two === undefined) return;
      const [a, b] = [editApart(base, one, 1).toLog(), editApart(base, two, 2).toLog()];
      const report = mergeOrThrow(a, b);
      expectSame(mergeOrThrow(b, a).conflicts, report.conflicts);
      const [first] = report.conflicts;
      if (first === undefined) return;
      const settling = PlanDocument.fromLog(openMemory(), report.log);
      const uuid = (n: number) => `eeeeeeee-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
      settling.beginSession({
        actorId: uuid(1),
        personId: uuid(2),
        displayName: "Settler",
        startedAtMs: START_MS,
      });
      const before = visibleRows(settling.tables);
      const cells = report.conflicts.map(({ entity, rowId, field, values }) => ({
        entity,
        rowId,
        field,
        value: values.at(-1)?.value ?? null,
      }));
      expect(
        settling.execute({ type: "settle-conflicts", cells }, { changeId: uuid(3), nowMs: START_MS }).ok,
      ).toBe(true);
      expectSame(settling.conflicts, []);
      for (const cell of cells)
        expect(settling.folded.fold.heads.of(cell.entity, cell.rowId, cell.field)).toHaveLength(1);
      for (const side of [a, b]) expectSame(conflictsOf(merge(side, settling.toLog())), []);
      expect(settling.undo({ changeId: uuid(4), nowMs: START_MS }).ok).toBe(true);
      expectSame(visibleRows(settling.tables), before);
      expectSame(settling.conflicts, report.conflicts);
    }),
    runs(500),
  );
});

test("the histories do meet: a fair part of them has conflicts, also about deleted rows", () => {
  const pairs = fc.sample(sides(2), { numRuns: 200, seed: 11 });
  const conflicts = pairs.flatMap(([one, two]) =>
    one === undefined || two === undefined
      ? []
      : conflictsOf(merge(editApart(base, one, 1).toLog(), editApart(base, two, 2).toLog())),
  );
  expect(conflicts.length).toBeGreaterThan(40);
  expect(conflicts.some(({ field }) => field === "_deleted")).toBe(true);
});

test("on real files: saving and opening a merged plan keeps its log, rows, projection and conflicts", () => {
  const file = saveBytes(PlanDocument.fromLog(openDatabase(), base));
  fc.assert(
    fc.property(sides(2), ([one, two]) => {
      if (one === undefined || two === undefined) return;
      const logs = [one, two].map((side, index) => {
        const opened = readUntrustedPlan(file.slice(), openDatabase);
        if (!opened.ok) throw new Error(opened.error.type);
        const edited = editApart(opened.value.log, side, index + 1);
        return readBack(PlanDocument.fromLog(openDatabase(), edited.toLog()));
      });
      const report = mergeOrThrow(logs[0] ?? base, logs[1] ?? base);
      const document = PlanDocument.fromLog(openDatabase(), report.log);
      const bytes = saveBytes(document);
      const reopened = copyFor(readBack(document), "Reader", "12345678").document;
      expectSame(reopened.toLog(), report.log);
      expectSame(reopened.conflicts, report.conflicts);
      expectSame(visibleRows(reopened.tables), rowsOf(report.log));
      expectSame(dumpProjection(reopened.export()), dumpProjection(bytes));
    }),
    runs(30),
  );
});

test("on real files: a damaged other file is refused before it can touch ours", () => {
  const bytes = saveBytes(PlanDocument.fromLog(openDatabase(), base));
  const ours = PlanDocument.fromLog(openDatabase(), base);
  const before = JSON.stringify(ours.toLog());
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (place, value, isCut) => {
      const other = isCut ? bytes.slice(0, place) : bytes.slice();
      if (!isCut) other[place] = value;
      const opened = readUntrustedPlan(other, openDatabase);
      if (opened.ok) mergeLogs(ours.toLog(), opened.value.log);
      expect(JSON.stringify(ours.toLog())).toBe(before);
    }),
    runs(40),
  );
});
