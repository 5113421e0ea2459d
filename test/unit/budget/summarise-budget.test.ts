import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BudgetRows,
  type BudgetSums,
  type Estimate,
  type MadeSummary,
  summariseBudget,
} from "../../../core/budget/summarise-budget";
import { summariseBudgetFlow } from "../../../core/budget/summarise-budget-flow";
import { initialRow } from "../../../core/plan/plan-tables";
import { budgetLineId } from "../../../core/plan/row-id";
import { makePlan } from "../support/make-plan";

const years = [2027, 2028];

const line = (taskId: string, year: number, likelyWon: number, sourceId = "CITY", channelId = "REGULAR") => ({
  ...initialRow("budgetLine", budgetLineId(taskId, year, sourceId, channelId)),
  lowWon: likelyWon / 2,
  likelyWon,
  highWon: likelyWon * 2,
});

const rows: BudgetRows = {
  area: [initialRow("area", "a1"), initialRow("area", "a2")],
  task: [
    { ...initialRow("task", "t1"), areaId: "a1" },
    { ...initialRow("task", "t2"), areaId: "a1" },
    { ...initialRow("task", "t3"), areaId: "gone" },
  ],
  source: [initialRow("source", "CITY"), initialRow("source", "FUND")],
  channel: [initialRow("channel", "REGULAR"), initialRow("channel", "PARTICIPATORY")],
  budgetLine: [
    line("t1", 2025, 10),
    line("t1", 2026, 20),
    line("t1", 2027, 100),
    line("t1", 2028, 200),
    line("t1", 2030, 40),
    line("t1", 2027, 6, "FUND", "PARTICIPATORY"),
    line("t2", 2028, 1_000),
    line("t3", 2027, 8),
    line("t1", 2027, 5_000, "GONE"),
    line("deleted", 2027, 7_000),
  ],
};

describe("summariseBudget", () => {
  const summary = summariseBudget(rows, years, "likely");

  it("splits a line's money into before, each year and after the plan", () => {
    const [city] = summary.areas[0]?.tasks[0]?.lines ?? [];
    expect(city).toMatchObject({ sourceId: "CITY", channelId: "REGULAR" });
    expect(city?.sums).toEqual({ beforeWon: 30, byYearWon: [100, 200], afterWon: 40, totalWon: 370 });
    expect([...(city?.cells.keys() ?? [])]).toEqual([2025, 2026, 2027, 2028, 2030]);
  });

  it("keeps sources and channels of a task apart, in the order of the plan", () => {
    const lines = summary.areas[0]?.tasks[0]?.lines.map(
      ({ sourceId, channelId }) => `${sourceId} ${channelId}`,
    );
    expect(lines).toEqual(["CITY REGULAR", "FUND PARTICIPATORY"]);
  });

  it("keeps areas without tasks, and puts tasks without an area last", () => {
    expect(summary.areas.map(({ area, tasks }) => [area?.id ?? null, tasks.length])).toEqual([
      ["a1", 2],
      ["a2", 0],
      [null, 1],
    ]);
  });

  it("leaves out lines of tasks and sources that are not in the plan", () => {
    expect(summary.sums).toEqual({ beforeWon: 30, byYearWon: [114, 1_200], afterWon: 40, totalWon: 1_384 });
  });

  it("sums the low or the high estimates instead", () => {
    expect(summariseBudget(rows, years, "low").sums.totalWon).toBe(692);
    expect(summariseBudget(rows, years, "high").sums.totalWon).toBe(2_768);
  });

  it.each(["seoul-civil-democracy", "district-governance"] as const)(
    "makes every subtotal the sum of what stands below it: %s",
    (template) => {
      const { tables } = makePlan(template).document;
      const all = summariseBudget(
        {
          area: tables.ordered("area"),
          task: tables.ordered("task"),
          source: tables.ordered("source"),
          channel: tables.ordered("channel"),
          budgetLine: tables.all("budgetLine"),
        },
        [2027, 2028, 2029, 2030],
        "likely",
      );
      const parts = (sums: BudgetSums) => [sums.beforeWon, ...sums.byYearWon, sums.afterWon, sums.totalWon];
      const add = (list: readonly { readonly sums: BudgetSums }[]) =>
        list.map(({ sums }) => parts(sums)).reduce((a, b) => a.map((won, index) => won + (b[index] ?? 0)));
      expect(parts(all.sums)).toEqual(add(all.areas));
      for (const area of all.areas) expect(parts(area.sums)).toEqual(add(area.tasks));
      expect(all.sums.totalWon).toBe(
        tables.all("budgetLine").reduce((sum, { likelyWon }) => sum + likelyWon, 0),
      );
    },
  );
});

describe("a summary made from the one before", () => {
  const changes: ((rows: BudgetRows, pick: number) => BudgetRows)[] = [
    (all, pick) => ({
      ...all,
      budgetLine: all.budgetLine.map((row, at) =>
        at === pick % all.budgetLine.length ? { ...row, likelyWon: pick, lowWon: pick - 1 } : row,
      ),
    }),
    (all, pick) => ({
      ...all,
      budgetLine: all.budgetLine.filter((_, at) => at !== pick % all.budgetLine.length),
    }),
    (all, pick) => ({ ...all, budgetLine: [...all.budgetLine, line("t2", 2030 + (pick % 50), pick)] }),
    (all, pick) => ({ ...all, task: all.task.filter((_, at) => at !== pick % all.task.length) }),
    (all) => ({ ...all, task: rows.task }),
    (all, pick) => ({ ...all, task: all.task.map((row) => ({ ...row, title: String(pick) })) }),
    (all, pick) => ({
      ...all,
      task: all.task.map((row, at) => (at === pick % all.task.length ? { ...row, areaId: "a2" } : row)),
    }),
    (all) => ({ ...all, source: [...rows.source, initialRow("source", "GONE")] }),
    (all) => ({ ...all, area: all.area.slice(0, 1) }),
  ];
  const step = fc.record({
    change: fc.constantFrom(...changes),
    pick: fc.integer({ min: 1, max: 900 }),
    estimate: fc.constantFrom<Estimate>("likely", "likely", "likely", "low"),
  });

  it("says the same as one made from the rows alone", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [all, made]: [BudgetRows, MadeSummary | null] = [rows, null];
        for (const { change, pick, estimate } of steps) {
          if (all.budgetLine.length > 1 && all.task.length > 1) all = change(all, pick);
          const summary = summariseBudget(all, years, estimate, made);
          expect(summary).toEqual(summariseBudget(all, years, estimate));
          made = { rows: all, years, estimate, summary };
        }
      }),
    );
  });

  it("keeps the tasks whose money did not change as the same objects", () => {
    const before = summariseBudget(rows, years, "likely");
    const budgetLine = rows.budgetLine.map((row) => (row.taskId === "t2" ? { ...row, likelyWon: 5 } : row));
    const made = { rows, years, estimate: "likely" as const, summary: before };
    const after = summariseBudget({ ...rows, budgetLine }, years, "likely", made);
    const tasksOf = ({ areas }: typeof before) => areas.flatMap(({ tasks }) => tasks);
    const same = tasksOf(after).filter((task, index) => task === tasksOf(before)[index]);
    expect(same.map(({ task }) => task.id)).toEqual(["t1", "t3"]);
  });
});

describe("summariseBudgetFlow", () => {
  it("adds what each source gives to each area within the plan's years", () => {
    expect(summariseBudgetFlow(summariseBudget(rows, years, "likely"))).toEqual([
      { sourceId: "CITY", areaIndex: 0, won: 1_300 },
      { sourceId: "FUND", areaIndex: 0, won: 6 },
      { sourceId: "CITY", areaIndex: 2, won: 8 },
    ]);
  });
});
