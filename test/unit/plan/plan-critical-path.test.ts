import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fundByWaterfall } from "../../../core/budget/waterfall";
import { findPlanCriticalPath } from "../../../core/plan/plan-critical-path";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { makePlan } from "../support/make-plan";

const task = (id: string, startYear: number, endYear: number) => ({ id, startYear, endYear });
const follows = (taskId: string, predecessorId: string) => ({ taskId, predecessorId });

describe("which tasks delay a plan", () => {
  // A 2027, then B 2028 to 2029 and C 2028; D 2030 after B; E 2027 by itself.
  const tasks = [
    task("A", 2027, 2027),
    task("B", 2028, 2029),
    task("C", 2028, 2028),
    task("D", 2030, 2030),
    task("E", 2027, 2027),
  ];
  const dependencies = [follows("B", "A"), follows("C", "A"), follows("D", "B")];
  const path = findPlanCriticalPath(tasks, dependencies, 2031);

  test("those that end last, and all that these wait for", () => {
    expect(path?.endYear).toBe(2030);
    expect(path?.tasks.map(({ taskId, slackYears }) => [taskId, slackYears])).toEqual([
      ["A", 0],
      ["B", 0],
      ["C", 2],
      ["D", 0],
      ["E", 3],
    ]);
    expect(path?.tasks.filter(({ isCritical }) => isCritical).map(({ taskId }) => taskId)).toEqual(
      path?.chain,
    );
    expect(path?.chain).toEqual(["A", "B", "D"]);
  });

  test("a delay moves everything that waits, directly or not", () => {
    expect(path?.tasks.map(({ movedIds }) => movedIds)).toEqual([["B", "C", "D"], ["D"], [], [], []]);
  });

  test("circles, rows of deleted tasks and tasks after the plan do not count", () => {
    const odd = findPlanCriticalPath(
      [...tasks, task("Z", 2032, 2040)],
      [
        ...dependencies,
        follows("E", "C"),
        follows("C", "E"),
        follows("D", "gone"),
        follows("Z", "E"),
        follows("A", "A"),
      ],
      2031,
    );
    expect(odd?.endYear).toBe(2030);
    expect(odd?.tasks.find(({ taskId }) => taskId === "C")?.slackYears).toBe(2);
    expect(odd?.tasks.map(({ taskId }) => taskId)).not.toContain("Z");
    expect(findPlanCriticalPath([], [], 2031)).toBeNull();
  });

  test("starting any task as late as its slack allows keeps the end, one year more does not", () => {
    const plans = fc
      .array(
        fc.record({
          start: fc.integer({ min: 2027, max: 2031 }),
          years: fc.nat(3),
          before: fc.array(fc.nat(9), { maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 10 },
      )
      .map((rows) => ({
        rows: rows.map(({ start, years }, index) => task(String(index), start, start + years)),
        links: rows.flatMap(({ before }, index) =>
          before.filter((other) => other < index).map((other) => follows(String(index), String(other))),
        ),
      }));
    fc.assert(
      fc.property(plans, ({ rows, links }) => {
        const found = findPlanCriticalPath(rows, links, 2031);
        for (const { taskId, slackYears, movedIds } of found?.tasks ?? []) {
          const endWith = (years: number) =>
            Math.max(
              ...rows.map(({ id, endYear }) =>
                id === taskId || movedIds.includes(id) ? endYear + years : endYear,
              ),
            );
          expect(endWith(slackYears)).toBe(found?.endYear);
          expect(endWith(slackYears + 1)).toBe((found?.endYear ?? 0) + 1);
        }
      }),
    );
  });
});

test("what moves with a task is what the funding order delays with it, and nothing else", () => {
  const { tables } = makePlan("seoul-civil-democracy").document;
  const { years, tasks, waterfall } = compilePlan(tables, 1);
  const path = findPlanCriticalPath(tables.ordered("task"), tables.all("taskDependency"), years.at(-1) ?? 0);
  const { taskCount, yearCount, startIndex } = waterfall;
  let delayed = 0;
  for (const { taskId, movedIds } of path?.tasks ?? []) {
    const index = tasks.findIndex(({ id }) => id === taskId);
    const first = startIndex[index] ?? 0;
    if (first >= yearCount - 1) continue;
    // There is money for all; only this task needs a thing that is not there in its first year.
    const needAmount = new Float64Array(taskCount * yearCount);
    needAmount[index * yearCount + first] = 1;
    const capacity = new Float64Array(yearCount).fill(Number.POSITIVE_INFINITY);
    capacity[first] = 0;
    const { delayYears } = fundByWaterfall(
      {
        ...waterfall,
        resourceCount: 1,
        needAmount,
        maxDelayYears: waterfall.maxDelayYears.map((_, at) => (at === index ? 1 : 0)),
      },
      new Float64Array(waterfall.sourceCount * yearCount).fill(Number.POSITIVE_INFINITY),
      { levelByYear: new Float64Array(yearCount).fill(1), yearlyFactor: 1 },
      capacity,
    );
    expect(tasks.filter((_, at) => delayYears[at] === 1).map(({ id }) => id)).toEqual(
      tasks.filter(({ id }) => id === taskId || movedIds.includes(id)).map(({ id }) => id),
    );
    delayed += movedIds.length;
  }
  expect(delayed).toBeGreaterThan(0);
});
