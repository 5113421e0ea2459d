import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { budgetLineId, evidenceId, needId } from "../../../core/plan/row-id";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { delayCompiledTasks } from "../../../core/scenario/portfolio/delay-compiled-tasks";
import { makePlan } from "../support/make-plan";

const delay = (...tasks: readonly (readonly [rowId: string, years: number])[]) =>
  ({ type: "delay-tasks", tasks: tasks.map(([rowId, years]) => ({ rowId, years })) }) as const;

/** A plan's current rows, as text. */
const dump = ({ document: { tables } }: ReturnType<typeof makePlan>) =>
  JSON.stringify(
    (["task", "budgetLine", "resourceNeed", "costLine", "evidence", "comment"] as const).map((entity) =>
      [...tables.all(entity)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  );

describe("starting tasks later", () => {
  test("moves their years, amounts and needs as they are, each to the year after", () => {
    const plan = makePlan("district-governance");
    const { tables } = plan.document;
    const id = plan.idOf("task", "D01");
    const before = tables.find("task", id);
    const linesOf = () => tables.all("budgetLine").filter(({ taskId }) => taskId === id);
    const needsOf = () => tables.all("resourceNeed").filter(({ taskId }) => taskId === id);
    const expected = linesOf().map((line) => ({
      ...line,
      id: budgetLineId(id, line.year + 1, line.sourceId, line.channelId),
      year: line.year + 1,
    }));
    const expectedNeeds = needsOf().map((need) => ({
      ...need,
      id: needId(id, need.resourceId, need.year + 1),
      year: need.year + 1,
    }));
    expect(expected.length).toBeGreaterThan(1);
    expect(plan.execute(delay([id, 1])).ok).toBe(true);
    expect(tables.find("task", id)).toMatchObject({
      startYear: (before?.startYear ?? 0) + 1,
      endYear: (before?.endYear ?? 0) + 1,
    });
    const sorted = <R extends { readonly id: string }>(rows: readonly R[]) =>
      [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(linesOf())).toEqual(sorted(expected));
    expect(sorted(needsOf())).toEqual(sorted(expectedNeeds));
  });

  test("takes cost lines, sources and comments along, also into a year that has its own", () => {
    const plan = makePlan("district-governance");
    const { tables } = plan.document;
    const id = plan.idOf("task", "D01");
    const [first, second] = tables
      .all("budgetLine")
      .filter(({ taskId }) => taskId === id)
      .sort((a, b) => a.year - b.year || (a.sourceId < b.sourceId ? -1 : 1))
      .filter((line, _, lines) => line.sourceId === lines[0]?.sourceId);
    if (first === undefined || second === undefined) throw new Error("D01 has two years of one source");
    const costLine = "cccccccc-0000-7000-8000-000000000001";
    const comment = "cccccccc-0000-7000-8000-000000000002";
    plan.execute({
      type: "add-rows",
      rows: [
        {
          entity: "costLine",
          rowId: costLine,
          cells: { budgetLineId: first.id, title: "Rent", unitPriceWon: 1000, position: "a" },
        },
        {
          entity: "comment",
          rowId: comment,
          cells: { entity: "budgetLine", rowId: second.id, field: "likelyWon", text: "Why?" },
        },
      ],
    });
    const note = (rowId: string) => evidenceId("budgetLine", "likelyWon", rowId);
    const cite = (rowId: string, text: string) =>
      plan.execute({
        type: "set-cells",
        edits: [{ entity: "evidence", rowId: note(rowId), cells: { kind: "cited", note: text } }],
      });
    cite(first.id, "Budget book, first year");
    cite(second.id, "Budget book, second year");
    expect(plan.execute(delay([id, 1])).ok).toBe(true);
    const later = ({ year, sourceId, channelId }: typeof first) =>
      budgetLineId(id, year + 1, sourceId, channelId);
    expect(tables.find("costLine", costLine)?.budgetLineId).toBe(later(first));
    expect(tables.find("comment", comment)?.rowId).toBe(later(second));
    expect(tables.find("evidence", note(later(first)))?.note).toBe("Budget book, first year");
    expect(tables.find("evidence", note(later(second)))?.note).toBe("Budget book, second year");
    expect(tables.find("evidence", note(first.id))).toBeUndefined();
  });

  test("leaves what was invested before the plan where it is", () => {
    const plan = makePlan("district-governance");
    const { tables } = plan.document;
    const id = plan.idOf("task", "D01");
    const [line] = tables.all("budgetLine").filter(({ taskId }) => taskId === id);
    if (line === undefined) throw new Error("D01 has amounts");
    const early = budgetLineId(id, 2025, line.sourceId, line.channelId);
    const amount = { lowWon: 5, likelyWon: 5, highWon: 5 };
    plan.execute({ type: "set-cells", edits: [{ entity: "budgetLine", rowId: early, cells: amount }] });
    plan.execute(delay([id, 2]));
    expect(tables.find("budgetLine", early)).toMatchObject(amount);
  });

  test("is one step, which undo takes back and redo does again", () => {
    const plan = makePlan("district-governance");
    const before = dump(plan);
    plan.execute(delay([plan.idOf("task", "D01"), 1], [plan.idOf("task", "D05"), 2]));
    const after = dump(plan);
    expect(after).not.toBe(before);
    expect(plan.undo().ok).toBe(true);
    expect(dump(plan)).toBe(before);
    expect(plan.redo().ok).toBe(true);
    expect(dump(plan)).toBe(after);
  });

  test("is refused for a task that is not there, one named twice, and years beyond the calendar", () => {
    const plan = makePlan("district-governance");
    const id = plan.idOf("task", "D01");
    const before = dump(plan);
    const refused = (command: ReturnType<typeof delay>) => {
      const result = plan.execute(command);
      return result.ok ? "done" : result.error;
    };
    expect(refused(delay(["nobody", 1]))).toMatchObject({ type: "unknown-row", rowId: "nobody" });
    expect(refused(delay([id, 1], [id, 2]))).toMatchObject({ type: "row-exists", rowId: id });
    expect(refused(delay([id, 250]))).toMatchObject({
      type: "out-of-range",
      field: "endYear",
      maximum: 2200,
    });
    expect(dump(plan)).toBe(before);
  });
});

test("delaying a compiled plan is compiling the delayed plan", () => {
  const taskCount = makePlan("district-governance").document.tables.all("task").length;
  fc.assert(
    fc.property(fc.array(fc.nat(6), { minLength: taskCount, maxLength: taskCount }), (years) => {
      const plan = makePlan("district-governance");
      const before = compilePlan(plan.document.tables, 1);
      const moved = before.tasks.flatMap(({ id }, index): [string, number][] =>
        (years[index] ?? 0) > 0 ? [[id, years[index] ?? 0]] : [],
      );
      fc.pre(moved.length > 0);
      expect(plan.execute(delay(...moved)).ok).toBe(true);
      const expected = compilePlan(plan.document.tables, 1);
      expect(delayCompiledTasks(before, years)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});
