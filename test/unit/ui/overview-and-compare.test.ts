import { describe, expect, it } from "vitest";
import { entityNames, fieldEntries, type Row } from "../../../core/plan/entities";
import { planProblemTypes } from "../../../core/plan/plan-problem";
import { initialRow } from "../../../core/plan/plan-tables";
import { countByType } from "../../../renderer/app/count-problems";
import type { ScenarioSummary } from "../../../renderer/engine/plan-api";
import { listCandidates, listColumns, MAX_COMPARED } from "../../../renderer/features/compare/compare-choice";
import { isOpenableUrl } from "../../../renderer/features/inspector/external-link";
import { countCoverage } from "../../../renderer/features/overview/coverage";
import { deleteGoal } from "../../../renderer/features/overview/goal-commands";
import { buildGoalTree, listServedGoals } from "../../../renderer/features/overview/goal-tree-data";
import { locateSelection, selectionOf } from "../../../renderer/features/tasks/task-selection";
import en from "../../../renderer/i18n/en.json";

const goal = (id: string, kind: Row<"goal">["kind"], parentId: string, position = id): Row<"goal"> => ({
  id,
  kind,
  parentId,
  title: id,
  position,
});
const task = (id: string, areaId: string): Row<"task"> => ({
  ...initialRow("task", id),
  areaId,
  code: id,
  title: id,
});
const link = (taskId: string, goalId: string): Row<"taskGoal"> => ({
  id: `${taskId}/${goalId}`,
  taskId,
  goalId,
});
const orderOf = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));

describe("buildGoalTree", () => {
  const goals = [
    goal("v", "vision", ""),
    goal("s1", "scheme", "v", "a0"),
    goal("d2", "direction", "v", "a1"),
    goal("d1", "direction", "v", "a0"),
  ];

  it("puts directions before schemes below the vision, and counts each kind from 1", () => {
    const [vision] = buildGoalTree(goals, [], new Map());
    expect(vision?.children.map(({ goal: { id }, number }) => [id, number])).toEqual([
      ["d1", 1],
      ["d2", 2],
      ["s1", 1],
    ]);
    expect(listServedGoals(buildGoalTree(goals, [], new Map())).map((node) => node.goal.id)).toEqual([
      "d1",
      "d2",
      "s1",
    ]);
  });

  it("lists the tasks that serve a goal in the order of the plan, and none that are gone", () => {
    const links = [link("t2", "d1"), link("gone", "d1"), link("t1", "d1")];
    const [vision] = buildGoalTree(goals, links, orderOf(["t1", "t2"]));
    expect(vision?.children[0]?.taskIds).toEqual(["t1", "t2"]);
  });

  it("loses no goal: those without a parent and those in a circle stand at the root", () => {
    const odd = [goal("a", "direction", "gone"), goal("b", "scheme", "c"), goal("c", "scheme", "b")];
    expect(buildGoalTree(odd, [], new Map()).map((node) => node.goal.id)).toEqual(["a", "b", "c"]);
  });

  it("deletes a goal with what stands below it", () => {
    const [vision] = buildGoalTree(goals, [], new Map());
    const command = vision === undefined ? null : deleteGoal(vision);
    expect(command?.type === "delete-rows" && command.rows.map(({ rowId }) => rowId).sort()).toEqual([
      "d1",
      "d2",
      "s1",
      "v",
    ]);
  });
});

describe("countCoverage", () => {
  const areas = [{ id: "a", code: "A", title: "Area A", position: "a0" }];
  const tasks = [task("t1", "a"), task("t2", "a"), task("t3", "gone")];
  const goals = listServedGoals(
    buildGoalTree(
      [goal("d1", "direction", ""), goal("d2", "direction", "")],
      [link("t1", "d1"), link("t2", "d1"), link("t3", "d1")],
      orderOf(["t1", "t2", "t3"]),
    ),
  );

  it("counts by area and goal; tasks of an unknown area come last", () => {
    const { groups, totals } = countCoverage(goals, tasks, areas);
    expect(groups.map(({ areaId, counts }) => [areaId, counts])).toEqual([
      ["a", [2, 0]],
      ["", [1, 0]],
    ]);
    expect(totals).toEqual([3, 0]);
  });

  it("names tasks that serve nothing", () => {
    const { withoutGoal } = countCoverage(goals, [...tasks, task("t4", "a")], areas);
    expect([...withoutGoal]).toEqual(["t4"]);
  });
});

describe("choosing what to compare", () => {
  const scenarios = Array.from(
    { length: 8 },
    (_, index): ScenarioSummary => ({
      id: `s${index}`,
      title: `S${index}`,
      position: `a${index}`,
      parentId: "",
      ownLevers: {},
      levers: {},
    }),
  );
  const titles = { base: "Base", trying: "Trying" };

  it("starts with the base and as many scenarios as fit, lettered in order", () => {
    const columns = listColumns(listCandidates(scenarios, null, titles), null);
    expect(columns).toHaveLength(MAX_COMPARED);
    expect(columns.map(({ letter }) => letter).join("")).toBe("ABCDEF");
    expect(columns[0]?.key).toBe("base");
  });

  it("keeps the chosen order and passes over scenarios that were deleted", () => {
    const columns = listColumns(listCandidates(scenarios, null, titles), ["s3", "gone", "base"]);
    expect(columns.map(({ key }) => key)).toEqual(["s3", "base"]);
  });

  it("offers what is being tried only while it is not saved", () => {
    expect(listCandidates([], null, titles).map(({ key }) => key)).toEqual(["base"]);
    expect(listCandidates([], { x: 1 }, titles).map(({ key }) => key)).toEqual(["base", "trying"]);
  });
});

describe("selecting in the tasks grid", () => {
  it("finds its way back from what a cell is about to the cell", () => {
    const selection = { entity: "budgetLine", rowId: "t1/2028/city/regular", field: "likelyWon" } as const;
    expect(locateSelection(selection)).toEqual({
      taskId: "t1",
      columnId: "year-2028",
      line: { sourceId: "city", channelId: "regular" },
    });
    expect(locateSelection({ entity: "task", rowId: "t1", field: null })).toEqual({
      taskId: "t1",
      columnId: "title",
      line: null,
    });
    expect(locateSelection({ entity: "unit", rowId: "u", field: null })).toBeNull();
  });

  it("says which ceiling a cell of a source is about", () => {
    const source = { kind: "source", id: "source:city", title: "City", byYear: {} } as const;
    expect(selectionOf(source, "year-2028")).toEqual({
      entity: "ceiling",
      rowId: "city/2028",
      field: "ceilingWon",
    });
  });
});

describe("isOpenableUrl", () => {
  it("takes http, https and mailto and nothing else", () => {
    for (const url of ["https://seoul.go.kr", "http://a.kr/b?c", "mailto:a@b.kr"])
      expect(isOpenableUrl(url), url).toBe(true);
    for (const url of ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "seoul.go.kr", ""])
      expect(isOpenableUrl(url), url).toBe(false);
  });
});

describe("the words of inspector and problems", () => {
  it("name every entity, every field and every choice", () => {
    const { entity: entityWords, field: fieldWords, choice: choiceWords } = en.inspector;
    for (const entity of entityNames) {
      expect(entityWords, entity).toHaveProperty(entity);
      for (const [name, { choices }] of fieldEntries(entity)) {
        expect(fieldWords, `${entity}.${name}`).toHaveProperty(name);
        for (const choice of choices ?? []) expect(choiceWords, `${entity}.${name}`).toHaveProperty(choice);
      }
    }
  });

  it("have a count and a sentence for every kind of problem", () => {
    for (const type of planProblemTypes) {
      expect(en.problem.text).toHaveProperty([type]);
      expect(en.problem.kind).toHaveProperty([`${type}_other`]);
    }
  });

  it("count problems by kind in the order of the list", () => {
    const at = { entity: "task", rowId: "t", field: null } as const;
    expect(
      countByType([
        { type: "misfit-cell", at },
        { type: "unit-without-people", at },
        { type: "misfit-cell", at },
      ]),
    ).toEqual([
      ["misfit-cell", 2],
      ["unit-without-people", 1],
    ]);
  });
});
