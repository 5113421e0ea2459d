/** What the history, and the buttons for undo and redo, say about what was done. */
import { describe, expect, test } from "vitest";
import { describeChange as sayInTerminal } from "../../../cli/output/change-words";
import type { Command, RowEdit } from "../../../core/plan/command";
import type { EntityName } from "../../../core/plan/entities";
import { evidenceId, leverId, naturalRowId } from "../../../core/plan/row-id";
import { parseChangeLabel } from "../../../core/planfile/change-label";
import { makePlan, type TestPlan } from "../support/make-plan";
import { sayChange } from "../support/say-change";

interface Words {
  readonly en: string;
  readonly ko: string;
  readonly terminal: string;
}

const GOAL = "eeeeeeee-0000-7000-8000-000000000001";
const SCENARIO = "eeeeeeee-0000-7000-8000-000000000002";
const COMMENT = "eeeeeeee-0000-7000-8000-000000000003";

/** The Seoul plan with short titles, a goal and a scenario. */
function makeNamedPlan(): TestPlan {
  const plan = makePlan("seoul-civil-democracy");
  const edits: RowEdit[] = [
    { entity: "task", rowId: plan.idOf("task", "T04"), cells: { title: "Forum" } },
    { entity: "task", rowId: plan.idOf("task", "T03"), cells: { title: "Charter" } },
    { entity: "committee", rowId: plan.idOf("committee", "COUNCIL"), cells: { title: "Council" } },
    { entity: "resource", rowId: "STAFF", cells: { title: "Staff" } },
  ];
  expect(plan.execute({ type: "set-cells", edits }).ok).toBe(true);
  add(plan, { entity: "goal", rowId: GOAL, cells: { title: "Autonomy" } });
  add(plan, { entity: "scenario", rowId: SCENARIO, cells: { title: "Fifty seats" } });
  return plan;
}

const add = (plan: TestPlan, ...rows: RowEdit[]) => plan.execute({ type: "add-rows", rows });

/** What is said about the last change. */
async function wordsOf(plan: TestPlan): Promise<Words> {
  const label = parseChangeLabel(plan.document.changes.at(-1)?.label ?? "");
  return {
    en: await sayChange(label, "en"),
    ko: await sayChange(label, "ko"),
    terminal: sayInTerminal(label),
  };
}

async function sayAfter(plan: TestPlan, ...commands: Command[]): Promise<Words> {
  for (const command of commands) expect(plan.execute(command)).toMatchObject({ ok: true });
  return wordsOf(plan);
}

const set = (entity: EntityName, rowId: string, cells: RowEdit["cells"]): Command => ({
  type: "set-cells",
  edits: [{ entity, rowId, cells }],
});
const addRows = (...rows: RowEdit[]): Command => ({ type: "add-rows", rows });
const remove = (entity: EntityName, rowId: string): Command => ({
  type: "delete-rows",
  rows: [{ entity, rowId }],
});

describe("a link is told by what it links", () => {
  test("a task and its goal", async () => {
    const plan = makeNamedPlan();
    const rowId = naturalRowId(plan.idOf("task", "T04"), GOAL);
    expect(await sayAfter(plan, addRows({ entity: "taskGoal", rowId, cells: {} }))).toEqual({
      en: "Put “Forum” under “Autonomy”",
      ko: "‘Forum’의 목표로 ‘Autonomy’ 지정",
      terminal: "Put Forum under Autonomy",
    });
    expect(await sayAfter(plan, remove("taskGoal", rowId))).toEqual({
      en: "Took “Forum” from “Autonomy”",
      ko: "‘Forum’의 목표에서 ‘Autonomy’ 제외",
      terminal: "Took Forum from Autonomy",
    });
    plan.undo();
    expect((await wordsOf(plan)).en).toBe("Undid: Took “Forum” from “Autonomy”");
  });

  test("two tasks, of which one waits for others in one step", async () => {
    const plan = makeNamedPlan();
    const [forum, charter] = [plan.idOf("task", "T04"), plan.idOf("task", "T03")];
    const link = { entity: "taskDependency" as const, rowId: `${forum}/${charter}` };
    const words = await sayAfter(plan, { type: "set-cells", edits: [{ ...link, cells: {} }] });
    expect(words.en).toBe("“Forum” waits for “Charter”");
    const other = { ...link, rowId: `${forum}/${plan.idOf("task", "T02")}`, cells: {} };
    expect(await sayAfter(plan, { type: "set-cells", edits: [other], deleted: [link] })).toEqual({
      en: "Changed what “Forum” waits for",
      ko: "‘Forum’의 선행과제 변경",
      terminal: "Changed what Forum waits for",
    });
  });
});

test("a figure is told as the language writes it, also where it is taken back", async () => {
  const plan = makeNamedPlan();
  const [{ id } = { id: "" }] = plan.document.tables.all("plan");
  const lower = set("plan", id, { uncertainCeilingsLowRatio: -0.4 });
  const words = await sayAfter(plan, set("plan", id, { uncertainCeilingsLowRatio: -0.15 }), lower);
  expect(words.en).toMatch(/^Lowered “.+”: .+ −15 % → −40 %$/);
  expect(words.ko).toMatch(/ 하향: −15% → −40%$/);
  plan.undo();
  expect((await wordsOf(plan)).ko).toMatch(/−15% → −40%/);
});

describe("a note is told by what it is about", () => {
  test("where a figure comes from", async () => {
    const plan = makeNamedPlan();
    const rowId = evidenceId("task", "priorityScore", plan.idOf("task", "T04"));
    const cite = set("evidence", rowId, { kind: "cited", note: "Minutes", url: "" });
    expect(await sayAfter(plan, cite)).toEqual({
      en: "Gave a source for “Forum”: Priority score",
      ko: "‘Forum’의 우선순위 점수 근거 입력",
      terminal: "Gave a source for Forum: priority score",
    });
    expect((await sayAfter(plan, remove("evidence", rowId))).en).toBe(
      "Took away the source of “Forum”: Priority score",
    );
    const mark = set("evidence", rowId, { kind: "illustrative", note: "", url: "" });
    expect((await sayAfter(plan, mark)).en).toBe("Marked “Forum” as illustrative: Priority score");
  });

  test("what somebody says", async () => {
    const plan = makeNamedPlan();
    const about = { entity: "task", rowId: plan.idOf("task", "T04"), field: "" };
    const comment = { ...about, text: "Why?", author: "Kim", writtenAt: "", isSettled: false };
    const said = await sayAfter(plan, addRows({ entity: "comment", rowId: COMMENT, cells: comment }));
    expect(said).toEqual({
      en: "Commented on “Forum”",
      ko: "‘Forum’에 의견 남김",
      terminal: "Commented on Forum",
    });
    expect((await sayAfter(plan, set("comment", COMMENT, { isSettled: true }))).en).toBe(
      "Settled a comment on “Forum”",
    );
    expect((await sayAfter(plan, remove("comment", COMMENT))).en).toBe("Deleted a comment on “Forum”");
  });
});

describe("a figure is told by all that it is about", () => {
  test.each<[string, (plan: TestPlan) => Command[], Partial<Words>]>([
    [
      "a need, typed first and then changed",
      (plan) => [set("resourceNeed", naturalRowId(plan.idOf("task", "T04"), "STAFF", 2031), { amount: 2 })],
      { en: "Set “T04 · Staff · 2031”: Amount needed 2", ko: "‘T04 · Staff · 2031’의 소요량 입력: 2" },
    ],
    [
      "a need that is cleared",
      (plan) => {
        const rowId = naturalRowId(plan.idOf("task", "T04"), "STAFF", 2031);
        return [set("resourceNeed", rowId, { amount: 2 }), remove("resourceNeed", rowId)];
      },
      { en: "Cleared “T04 · Staff · 2031”: Amount needed", ko: "‘T04 · Staff · 2031’의 소요량 지움" },
    ],
    [
      "a share",
      () => [set("decentralisedShare", "2028", { shareRatio: 0.04 })],
      { en: expect.stringMatching(/^(Raised|Lowered|Set) “2028”: Decentralised share/) },
    ],
    [
      "seats that are reserved",
      (plan) => {
        const [group] = plan.document.tables.all("residentGroup");
        const rowId = naturalRowId(plan.idOf("committee", "COUNCIL"), group?.id ?? "");
        return [remove("reservedSeats", rowId), set("reservedSeats", rowId, { seats: 3 })].slice(
          plan.document.tables.find("reservedSeats", rowId) === undefined ? 1 : 0,
        );
      },
      {
        en: expect.stringMatching(/^(Set|Changed|Raised|Lowered) “Council · .+”: Reserved seats/),
        ko: expect.stringMatching(/^‘Council · .+’의 할당석 /),
      },
    ],
    [
      "a size that a committee has from a year on",
      (plan) => [
        set("committeeSize", naturalRowId(plan.idOf("committee", "COUNCIL"), 2029), {
          seats: 50,
          officials: 6,
        }),
      ],
      { en: "Added “Council · 2029” (Size of a committee)", ko: "위원회 정원 변경 ‘Council · 2029’ 추가" },
    ],
    [
      "the levers of a scenario",
      () => [set("scenarioLever", leverId(SCENARIO, "committee.COUNCIL.seats"), { value: "50" })],
      { en: "Changed the levers of “Fifty seats”", terminal: "Changed the levers of Fifty seats" },
    ],
  ])("%s", async (_, commands, words) => {
    const plan = makeNamedPlan();
    expect(await sayAfter(plan, ...commands(plan))).toMatchObject(words);
  });

  test("an amount by task, year, source and channel", async () => {
    const plan = makeNamedPlan();
    const line = plan.document.tables.all("budgetLine").find(({ year }) => year === 2028);
    if (line === undefined) throw new Error("a line is needed");
    const likelyWon = line.likelyWon + 1_000_000;
    const words = await sayAfter(plan, set("budgetLine", line.id, { likelyWon, highWon: likelyWon * 2 }));
    expect(words.en).toMatch(/^Raised “T\d\d · 2028 · [^·]+ · [^·]+”: Likely/);
  });
});

test("rows are named, and what belongs to them goes without saying", async () => {
  const plan = makeNamedPlan();
  const lever: RowEdit = {
    entity: "scenarioLever",
    rowId: leverId(COMMENT, "committee.COUNCIL.seats"),
    cells: { value: "50" },
  };
  const scenario: RowEdit = { entity: "scenario", rowId: COMMENT, cells: { title: "Growth" } };
  expect((await sayAfter(plan, addRows(scenario, lever))).en).toBe("Added “Growth”");
  expect((await sayAfter(plan, remove("task", plan.idOf("task", "T04")))).en).toBe("Deleted “Forum”");
  expect(
    await sayAfter(plan, {
      type: "delete-rows",
      rows: ["T01", "T02", "T03"].map((code) => ({ entity: "task", rowId: plan.idOf("task", code) })),
    }),
  ).toMatchObject({
    en: expect.stringMatching(/^Deleted “.+” and 2 more$/),
    ko: expect.stringMatching(/ 외 2건 삭제$/),
  });
  expect((await sayAfter(plan, set("plan", "plan", { concept: "A", nature: "B" }))).en).toMatch(
    /^Changed 2 cells of “Seoul master plan/,
  );
});
