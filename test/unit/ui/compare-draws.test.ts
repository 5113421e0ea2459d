import { createInstance } from "i18next";
import { describe, expect, it, vi } from "vitest";
import { compareScenarios } from "../../../core/scenario/compare-scenarios";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { listLevers } from "../../../core/scenario/list-levers";
import { INITIAL_UNCERTAINTY } from "../../../core/scenario/uncertainty/plan-uncertainty";
import { prepareDraws } from "../../../core/scenario/uncertainty/run-draws";
import { summariseDraws } from "../../../core/scenario/uncertainty/summarise-draws";
import { compileUncertainLines } from "../../../core/scenario/uncertainty/uncertain-lines";
import { layOutBars } from "../../../renderer/features/compare/bar-scale";
import type { ComparisonView } from "../../../renderer/features/compare/comparison-view";
import { listChances } from "../../../renderer/features/compare/list-chances";
import { listCsvRows } from "../../../renderer/features/compare/list-csv-rows";
import { joinJobs } from "../../../renderer/features/compare/use-compare-draws";
import en from "../../../renderer/i18n/en.json";
import { makePlan } from "../support/make-plan";

const i18n = createInstance();
await i18n.init({ lng: "en", resources: { en: { translation: en } }, interpolation: { escapeValue: false } });

const { tables } = makePlan("district-governance").document;
const compiled = compilePlan(tables, 1);
const lines = compileUncertainLines(tables, compiled);
const scenarios: readonly LeverValues[] = [{}, { "decentralised.share": 0.2 }];

function simulate(levers: LeverValues) {
  const draws = 60;
  const job = {
    compiled,
    levers,
    lines,
    spec: INITIAL_UNCERTAINTY,
    method: "monte-carlo" as const,
    draws,
    seed: 3,
  };
  const prepared = prepareDraws(job);
  if (!prepared.ok) throw new Error(prepared.error.type);
  return summariseDraws(compiled, [prepared.value.run(0, draws)]);
}
const summaries = scenarios.map(simulate);

describe("chances side by side", () => {
  it("have a row a ceiling and a task, with what each scenario's own simulation says", () => {
    const { ceilings, tasks } = listChances(summaries, true);
    expect(tasks.map(({ taskId }) => taskId)).toEqual(compiled.tasks.map(({ id }) => id));
    for (const { taskId, ratios } of tasks)
      expect(ratios).toEqual(
        summaries.map((summary) => summary.tasks.find((task) => task.taskId === taskId)?.fundedRatio),
      );
    expect(ceilings).toHaveLength(summaries[0]?.ceilings.length ?? 0);
    expect(ceilings[0]?.ratios).toEqual(summaries.map((summary) => summary.ceilings[0]?.exceededRatio));
  });

  it("leave out what looks the same, and take what is not there yet for nothing known", () => {
    const [base = null] = summaries;
    expect(listChances([base, base], false)).toEqual({ ceilings: [], tasks: [] });
    expect(listChances([base, null], false)).toEqual({ ceilings: [], tasks: [] });
    expect(listChances([null, base], true).tasks[0]?.ratios).toEqual([null, base?.tasks[0]?.fundedRatio]);
    expect(listChances([null, null], true)).toEqual({ ceilings: [], tasks: [] });
    const { tasks } = listChances(summaries, false);
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.every(({ ratios: [a, b] }) => a !== b)).toBe(true);
  });
});

it("a comparison as a file has the ends of every range and all chances, where they were computed", () => {
  const outcomes = scenarios.map((levers) => evaluateScenario(compiled, levers));
  const view = (some: ComparisonView["summaries"]): ComparisonView => ({
    columns: scenarios.map((levers, index) => ({
      key: String(index),
      title: `Scenario ${index}`,
      letter: "AB"[index] ?? "",
      levers,
    })),
    outcomes,
    comparison: compareScenarios(
      listLevers(compiled),
      outcomes.map((outcome, index) => ({ levers: scenarios[index] ?? {}, outcome })),
    ),
    summaries: some,
  });
  const rowsOf = (some: ComparisonView["summaries"]) =>
    listCsvRows(view(some), {
      title: "Plan",
      levers: listLevers(compiled),
      names: {
        task: (id) => `task ${id}`,
        source: (id) => `source ${id}`,
        resource: (id) => id,
      } as Parameters<typeof listCsvRows>[1]["names"],
      t: i18n.t,
      language: "en",
    });
  const without = rowsOf([]);
  const rows = rowsOf(summaries);
  expect(rows.length).toBeGreaterThan(without.length);
  const committees = rows.filter(([name]) => name === "Cost of committees").at(-1);
  const spreadOf = (index: number) =>
    summaries[index]?.indicators.find(({ key }) => key === "committeeCostWon");
  const ends = [spreadOf(0)?.p10, spreadOf(0)?.p90, spreadOf(1)?.p10, spreadOf(1)?.p90];
  // To a millionth, without the noise of binary fractions.
  expect(committees?.slice(2)).toEqual(ends.map((end) => Math.round(Number(end) * 1e6) / 1e6));
  expect(rows).toContainEqual(["Draws", "", 60, null, 60, null]);
  expect(rowsOf([null, null])).toEqual(without);
});

describe("bars side by side", () => {
  const definition = { key: "unspentWon", unit: "won", better: "lower", model: "B5" } as const;
  const indicator = { definition, values: [50, -100, null], differences: [0, -150, null] };
  const spreadOf = (p10: number | null, p90: number | null) =>
    ({ indicators: [{ key: "unspentWon", p10, p90 }] }) as unknown as (typeof summaries)[number];

  it("share a scale that ends with the largest figure, whatever its sign", () => {
    expect(layOutBars(indicator, []).map(({ lengthRatio }) => lengthRatio)).toEqual([0.5, 1, 0]);
    const nothing = { ...indicator, values: [0, null, 0] };
    expect(
      layOutBars(nothing, []).every(({ lengthRatio, spread }) => lengthRatio === 0 && spread === null),
    ).toBe(true);
  });

  it("make room for the end of the widest range, and write figures behind whatever reaches further", () => {
    const bars = layOutBars(indicator, [spreadOf(40, 200), null, spreadOf(null, null)]);
    expect(bars).toEqual([
      { lengthRatio: 0.25, spread: { fromRatio: 0.2, toRatio: 1 }, endRatio: 1 },
      { lengthRatio: 0.5, spread: null, endRatio: 0.5 },
      { lengthRatio: 0, spread: null, endRatio: 0 },
    ]);
  });
});

describe("several simulations as one job", () => {
  const job = (
    status: Parameters<typeof joinJobs>[0][number]["status"],
    doneRatio: number | null = null,
  ) => ({
    status,
    doneRatio,
    answer: null,
    isCurrent: status === "done",
    isPartial: false,
    tookMs: 10,
    planRevision: 1,
    start: vi.fn(),
    cancel: vi.fn(),
  });

  it("run while one does, as far as all are on average", () => {
    const joined = joinJobs([job("done"), job("running", 0.5), job("running")]);
    expect(joined).toMatchObject({ status: "running", doneRatio: 0.5, isCurrent: false });
    expect(joinJobs([job("done"), job("done")])).toMatchObject({ status: "done", doneRatio: null });
    expect(joinJobs([])).toMatchObject({ status: "idle" });
  });

  it("are cancelled together, and only what did not finish starts again", () => {
    const jobs = [job("done"), job("running", 0.2), job("cancelled")];
    joinJobs(jobs).cancel();
    expect(jobs.map(({ cancel }) => cancel.mock.calls.length)).toEqual([0, 1, 0]);
    const stopped = [job("done"), job("cancelled"), job("failed")];
    expect(joinJobs(stopped).status).toBe("failed");
    joinJobs(stopped).start();
    expect(stopped.map(({ start }) => start.mock.calls.length)).toEqual([0, 1, 1]);
  });
});
