import { describe, expect, it } from "vitest";
import { describeChange as sayInTerminal } from "../../../cli/output/change-words";
import type { Row } from "../../../core/plan/entities";
import { initialRow } from "../../../core/plan/plan-tables";
import { listHistory } from "../../../core/planfile/list-history";
import { PlanDocument } from "../../../core/planfile/plan-document";
import {
  addDependency,
  listTaskDependencies,
  removeDependency,
  taskOfSelection,
} from "../../../renderer/features/inspector/task-dependencies";
import { makePlan, openDatabase } from "../support/make-plan";
import { readBack } from "../support/read-back";
import { sayChange } from "../support/say-change";

const task = (id: string): Row<"task"> => ({ ...initialRow("task", id), code: id, title: id });
const wait = (taskId: string, predecessorId: string): Row<"taskDependency"> => ({
  id: `${taskId}/${predecessorId}`,
  taskId,
  predecessorId,
});
const tasks = [task("T02"), task("T01"), task("T03"), task("T04")];

describe("the task whose dependencies are shown", () => {
  const of = (entity: "task" | "budgetLine" | "taskDependency" | "committee", rowId: string) =>
    taskOfSelection({ entity, rowId, field: null });

  it("is the selected one, or that of the selected amount or dependency", () => {
    expect(of("task", "T01")).toBe("T01");
    expect(of("budgetLine", "T01/2027/CITY/REGULAR")).toBe("T01");
    expect(of("taskDependency", "T02/T01")).toBe("T02");
  });

  it("is none where something else is selected", () => {
    expect(of("committee", "C")).toBeNull();
    expect(of("budgetLine", "T01")).toBeNull();
  });
});

describe("what a task waits for and what waits for it", () => {
  it("is listed in the order of the plan; the others can be chosen, but not the task itself", () => {
    const rows = [wait("T03", "T01"), wait("T03", "T02"), wait("T04", "T03"), wait("T04", "T01")];
    const { waitsFor, waitedForBy, choices } = listTaskDependencies("T03", tasks, rows);
    expect(waitsFor.map(({ id }) => id)).toEqual(["T02", "T01"]);
    expect(waitedForBy.map(({ id }) => id)).toEqual(["T04"]);
    expect(choices.map(({ id }) => id)).toEqual(["T04"]);
  });

  it("names a predecessor that a merge left without its task last, so that it can be taken away", () => {
    const { waitsFor } = listTaskDependencies("T03", tasks, [wait("T03", "gone"), wait("T03", "T01")]);
    expect(waitsFor.map(({ id, task: row }) => [id, row?.code])).toEqual([
      ["T01", "T01"],
      ["gone", undefined],
    ]);
  });
});

describe("the history of a dependency", () => {
  const labels = (edit: (plan: ReturnType<typeof makePlan>) => void, count: number) => {
    const plan = makePlan("seoul-civil-democracy");
    edit(plan);
    const { index } = PlanDocument.fromLog(openDatabase(), readBack(plan.document)).folded;
    return listHistory(index, {})
      .slice(0, count)
      .map(({ label }) => label);
  };

  it("says in both languages and in the terminal which task waits for which, also undone", async () => {
    const [undone, removed, added] = labels((plan) => {
      const [first, second] = [plan.idOf("task", "T04"), plan.idOf("task", "T03")];
      plan.execute({
        type: "set-cells",
        edits: [
          { entity: "task", rowId: first, cells: { title: "Forum" } },
          { entity: "task", rowId: second, cells: { title: "Charter" } },
        ],
      });
      expect(plan.execute(addDependency(first, second)).ok).toBe(true);
      expect(plan.execute(removeDependency(first, second)).ok).toBe(true);
      expect(plan.undo().ok).toBe(true);
      expect(plan.document.tables.find("taskDependency", `${first}/${second}`)).toBeDefined();
    }, 3);
    expect(await sayChange(added ?? null, "en")).toBe("“Forum” waits for “Charter”");
    expect(await sayChange(added ?? null, "ko")).toBe("‘Forum’의 선행과제로 ‘Charter’ 추가");
    expect(sayInTerminal(added ?? null)).toBe("Forum waits for Charter");
    expect(await sayChange(removed ?? null, "en")).toBe("“Forum” no longer waits for “Charter”");
    expect(await sayChange(removed ?? null, "ko")).toBe("‘Forum’의 선행과제에서 ‘Charter’ 제외");
    expect(await sayChange(undone ?? null, "en")).toBe("Undid: “Forum” no longer waits for “Charter”");
    expect(sayInTerminal(undone ?? null)).toBe("Undid: Forum no longer waits for Charter");
  });

  it("says a dependency that was taken away and added again like one that is new", () => {
    const [again] = labels((plan) => {
      const [second, first] = [plan.idOf("task", "T02"), plan.idOf("task", "T01")];
      plan.execute(addDependency(second, first));
      expect(plan.execute(removeDependency(second, first)).ok).toBe(true);
      expect(plan.execute(addDependency(second, first)).ok).toBe(true);
    }, 1);
    expect(sayInTerminal(again ?? null)).toMatch(/ waits for /);
  });
});
