import { describe, expect, test } from "vitest";
import type { RowCommand } from "../../../core/plan/command";
import { draftOps } from "../../../core/plan/draft-ops";
import { PlanTables } from "../../../core/plan/plan-tables";
import { dependencyId } from "../../../core/plan/row-id";

/** Tasks A to D with codes of the same name; `links` says who waits for whom. */
function planOf(...links: readonly string[]): PlanTables {
  const tables = new PlanTables();
  for (const id of ["a", "b", "c", "d"])
    tables.setCells("task", id, { code: id.toUpperCase(), title: `Task ${id}` });
  for (const link of links) tables.setCells("taskDependency", idOf(link), {});
  return tables;
}

const idOf = (link: string) => dependencyId(link.charAt(0), link.charAt(1));
const rowsOf = (links: readonly string[]) =>
  links.map((link) => ({ entity: "taskDependency" as const, rowId: idOf(link), cells: {} }));
const add = (...links: string[]): RowCommand => ({ type: "add-rows", rows: rowsOf(links) });
const draft = (tables: PlanTables, command: RowCommand) => {
  const drafted = draftOps(tables, command);
  return drafted.ok ? drafted.value.length : drafted.error;
};
const circle = (link: string, ...tasks: string[]) => ({
  type: "dependency-circle",
  rowId: idOf(link),
  tasks,
});

describe("tasks may not be made to wait for each other in a circle", () => {
  test("whichever command would make the dependency, and however long the circle", () => {
    expect(draft(planOf("ba"), add("ab"))).toEqual(circle("ab", "A", "B"));
    expect(draft(planOf("ba", "cb", "dc"), add("ad"))).toEqual(circle("ad", "A", "D", "C", "B"));
    expect(draft(planOf("ba"), { type: "set-cells", edits: rowsOf(["ab"]) })).toEqual(circle("ab", "A", "B"));
    expect(draft(planOf("ba"), { type: "replace-rows", deleted: [], rows: rowsOf(["ab"]) })).toEqual(
      circle("ab", "A", "B"),
    );
    const move: RowCommand = {
      type: "move-row",
      entity: "taskDependency",
      rowId: idOf("ac"),
      toRowId: idOf("ab"),
    };
    expect(draft(planOf("ba", "ac"), move)).toEqual(circle("ab", "A", "B"));
  });

  test("nor in one step that makes all of it, nor for itself", () => {
    expect(draft(planOf(), add("ab", "bc", "ca"))).toEqual(circle("ab", "A", "B", "C"));
    expect(draft(planOf(), add("aa"))).toEqual(circle("aa", "A"));
  });

  test("a task without a code is told by its title, also one that comes in the same step", () => {
    const command: RowCommand = {
      type: "add-rows",
      rows: [{ entity: "task", rowId: "e", cells: { title: "Forum" } }, ...rowsOf(["ea", "ae"])],
    };
    expect(draft(planOf(), command)).toEqual(circle("ea", "Forum", "A"));
  });
});

describe("what closes no circle is taken", () => {
  test("two ways to the same task are none", () => {
    expect(draft(planOf("ba", "cb"), add("ca"))).toBe(1);
  });

  test("where the step takes the dependency away that would close it", () => {
    const turn: RowCommand = {
      type: "set-cells",
      edits: rowsOf(["ab"]),
      deleted: [{ entity: "taskDependency", rowId: idOf("ba") }],
    };
    expect(draft(planOf("ba"), turn)).toBe(2);
  });

  test("a circle that a merge left stands in the way of nothing else, and can be opened", () => {
    const merged = planOf("ab", "ba");
    expect(draft(merged, add("ca"))).toBe(1);
    expect(
      draft(merged, { type: "set-cells", edits: [{ entity: "task", rowId: "a", cells: { title: "x" } }] }),
    ).toBe(1);
    expect(
      draft(merged, { type: "delete-rows", rows: [{ entity: "taskDependency", rowId: idOf("ab") }] }),
    ).toBe(1);
    expect(draft(merged, add("ac", "cb"))).toEqual(circle("ac", "A", "C", "B"));
  });

  test("a deleted task, or one that is not there, makes none", () => {
    const tables = planOf("ba", "cb");
    tables.setDeleted("task", "b", true);
    expect(draft(tables, add("ac"))).toBe(1);
    expect(draft(planOf("ax"), add("xa"))).toBe(1);
  });
});
