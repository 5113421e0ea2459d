/** Files whose texts are meant to be something else: scripts, links, paths, other people's ids, impossible times. */
import { expect, test } from "vitest";
import { findPlanProblems } from "../../core/plan/find-plan-problems";
import { parseExternalUrl } from "../../main/security/external-url";
import { isOpenableUrl } from "../../renderer/features/inspector/external-link";
import { suggestFileName } from "../../renderer/session/plan-file-kind";
import { makePlan } from "../unit/support/make-plan";
import { readBack, readLog, saveBytes } from "../unit/support/read-back";
import { healthy, open, openPlan, spoilt } from "./hostile-kit";

const SCRIPT = `<img src=x onerror="alert(1)"><script>alert(2)</script>`;

test("a script in every text of the log and of the plan stays text, letter for letter", () => {
  const bytes = spoilt(
    `UPDATE person SET display_name='${SCRIPT}'`,
    `UPDATE change SET label=json_set(label, '$.authorName', '${SCRIPT}')`,
    `UPDATE meta SET app_version='${SCRIPT}'`,
    `UPDATE op SET value=(SELECT json_group_object(key, CASE type WHEN 'text' THEN '${SCRIPT}' ELSE value END) FROM json_each(op.value)) WHERE entity IN ('plan','area','task','committee')`,
  );
  expect(open(bytes)).toBe("opened");
  const { people, tables } = openPlan(bytes);
  expect(people.map(({ displayName }) => displayName)).toEqual([SCRIPT]);
  expect(tables.all("plan")[0]?.title).toBe(SCRIPT);
  expect(new Set(tables.all("task").map(({ title }) => title))).toEqual(new Set([SCRIPT]));
});

test("a list of people that contradicts what they say for themselves gives way to the log", () => {
  const bytes = spoilt("UPDATE person SET display_name='Somebody else'");
  expect(open(bytes)).toBe("opened");
  expect(readLog(bytes).people.map(({ displayName }) => displayName)).toEqual(["Kim"]);
});

test.each([
  ["a number", "7"],
  ["a list", "json_array('Kim')"],
  ["longer than a name may be", "replace(hex(zeroblob(400)), '00', 'xy')"],
  ["cut off by a NUL", "'Kim' || char(0) || 'Lee'"],
])(
  "a name that a change says and that is %s is no name: the one in the list of people stays",
  (_what, sql) => {
    const bytes = spoilt(
      "UPDATE person SET display_name='Kim of the list'",
      `UPDATE change SET label=json_set(label, '$.authorName', ${sql})`,
    );
    expect(open(bytes)).toBe("opened");
    expect(openPlan(bytes).people.map(({ displayName }) => displayName)).toEqual(["Kim of the list"]);
  },
);

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "file:///etc/passwd",
  "vbscript:x",
  "//evil.example/x",
  "\\\\evil\\share",
])("the link %j is text, never opened by page or shell", (url) => {
  expect(isOpenableUrl(url)).toBe(false);
  expect(parseExternalUrl(url)).toBeNull();
});

test.each([
  "../../etc/passwd",
  "C:\\Windows\\system32",
  "/dev/null",
  "con\u0000.civplan",
  "...",
  "\u202Efdp.exe",
])("a title like the path %j suggests a plain file name", (title) => {
  const name = suggestFileName(title, "Plan");
  expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}]+\.civplan$/u);
  expect(name).not.toMatch(/^\./);
});

test("a NUL in a name ends no text of ours and joins no two rows", () => {
  const bytes = spoilt(
    "UPDATE person SET display_name='Kim' || char(0) || 'Lee'",
    `INSERT INTO op SELECT 1, 1+max(i), 'task', 'nul', NULL, '{"title":"a\\u0000b"}' FROM op`,
  );
  expect(open(bytes)).toBe("opened");
  const { tables } = openPlan(bytes);
  expect(tables.find("task", "nul")?.title).toBe("a\u0000b");
});

test("a NUL in a field's name is refused, since no other reader would see the same name", () => {
  const bytes = spoilt(
    `INSERT INTO op SELECT 1, 1+max(i), 'task', 'nul', NULL, '{"a\\u0000b":1,"c":2}' FROM op`,
  );
  expect(open(bytes)).toMatchObject({ type: "damaged" });
});

test("an area that is its own parent, a scenario chain in a circle and tasks that wait for each other are listed, not followed", () => {
  const bytes = spoilt(
    `INSERT INTO op SELECT 1, 1+max(i), 'scenario', 's1', NULL, '{"title":"A","parentId":"s2"}' FROM op`,
    `INSERT INTO op SELECT 1, 1+max(i), 'scenario', 's2', NULL, '{"title":"B","parentId":"s1"}' FROM op`,
    `INSERT INTO op SELECT 1, 1+max(i), 'taskDependency', (SELECT row_id || '/' || row_id FROM op WHERE entity='task' LIMIT 1), NULL, '{}' FROM op`,
  );
  expect(open(bytes)).toBe("opened");
  const problems = findPlanProblems(openPlan(bytes).tables, new Set());
  expect(problems.length).toBeGreaterThan(0);
});

test("a clock of the year 9999, or of the last time that can be written, is kept; the next edit comes after it", () => {
  for (const hlc of ["253402300799999-0000", "999999999999999-ffff"]) {
    const bytes = spoilt(`UPDATE change SET hlc='${hlc}'`);
    expect(open(bytes)).toBe("opened");
    expect(openPlan(bytes).changes[0]?.hlc).toBe(hlc);
  }
});

test("a row of the log that names no row, or a field that is a number, is damaged", () => {
  for (const set of ["entity=x'00'", "row_id=x'00'", "field=x'00'"])
    expect(open(spoilt(`UPDATE op SET ${set} WHERE change_n=1 AND i=0`))).toMatchObject({ type: "damaged" });
});

test("entities and fields of a later version survive opening, editing and saving", () => {
  const later = `{"weight":{"low":[1,2.5,null,true],"note":"나중"},"title":"Known"}`;
  const bytes = spoilt(
    `INSERT INTO op SELECT 1, 1+max(i), 'futureThing', 'f/1', NULL, '${later}' FROM op`,
    `INSERT INTO op SELECT 1, 1+max(i), 'task', 'f-task', NULL, '${later}' FROM op`,
    `INSERT INTO op SELECT 1, 1+max(i), 'futureThing', 'f/2', 'only', '"field"' FROM op`,
  );
  expect(open(bytes)).toBe("opened");
  const log = readLog(bytes);
  const document = openPlan(bytes);
  expect(readBack(document)).toEqual(log);
  const twice = openPlan(saveBytes(document));
  expect(readBack(twice)).toEqual(log);
  const cells = log.changes[0]?.ops.slice(-3).map((op) => op.cells);
  expect(cells).toEqual([JSON.parse(later), JSON.parse(later), { only: "field" }]);
  expect(twice.tables.find("task", "f-task")?.title).toBe("Known");
});

test("a journal of another plan, of another history, or with a change that is known, adds nothing", () => {
  const plan = makePlan("seoul-civil-democracy");
  const edited = plan.execute({
    type: "set-cells",
    edits: [{ entity: "plan", rowId: "plan", cells: { title: "From the journal" } }],
  });
  if (!edited.ok) throw new Error(edited.error.type);
  const batch = edited.value.journalBatch;
  const ours = () => openPlan(healthy());
  const foreign = { ...batch, planId: "ffffffff-0000-7000-8000-000000000001" };
  const otherContent = { ...batch, change: { ...batch.change, id: ours().changes[0]?.id ?? "" } };
  const withGap = { ...batch, changeNumber: 7 };
  for (const [journal, outcome] of [
    [foreign, "does-not-follow"],
    [withGap, "does-not-follow"],
    [otherContent, "known"],
  ] as const) {
    const document = ours();
    const before = readBack(document);
    expect(document.replay(journal)).toBe(outcome);
    expect(readBack(document)).toEqual(before);
  }
});

test("texts of any length that can be typed can be saved and opened again", () => {
  const plan = makePlan("seoul-civil-democracy");
  const rowId = plan.idOf("task", "T01");
  for (const letter of ["x", "\u0001", "가"]) {
    const done = plan.execute({
      type: "set-cells",
      edits: [{ entity: "task", rowId, cells: { title: letter.repeat(100_000) } }],
    });
    expect(done.ok).toBe(true);
  }
  expect(open(saveBytes(plan.document))).toBe("opened");
});
