import i18next, { type TFunction } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { indicatorDefinitions } from "../../../core/scenario/outcome";
import { readTaskGrid } from "../../../renderer/engine/read-task-grid";
import {
  describeLimits,
  describeReason,
  findTightest,
} from "../../../renderer/features/scenarios/describe-limit";
import { listFigureInputs } from "../../../renderer/features/scenarios/figure-inputs";
import { listMoneyByYear, totalOf } from "../../../renderer/features/scenarios/money-by-year";
import { makeRowNames } from "../../../renderer/features/scenarios/row-names";
import { shownStatus } from "../../../renderer/features/scenarios/shown-status";
import { listMatrixCells } from "../../../renderer/features/scenarios/task-matrix-cells";
import { setUpI18n } from "../../../renderer/i18n/set-up-i18n";
import { formatResourceAmount } from "../../../renderer/session/resource-amount";
import { makePlan } from "../support/make-plan";

const { document } = makePlan("seoul-civil-democracy");
const { tables } = document;
const compiled = compilePlan(tables, document.revision);
const grid = readTaskGrid(tables);
const names = makeRowNames(grid, {
  committees: tables.ordered("committee"),
  resources: tables.ordered("resource"),
  residentGroups: tables.ordered("residentGroup"),
});
const evaluate = (levers: LeverValues) => evaluateScenario(compiled, levers);
const grown = evaluate({ "committee.COUNCIL.seats": 50, "decentralised.share": 0.05 });

let en: TFunction;
let ko: TFunction;
beforeAll(async () => {
  await setUpI18n("en", ["ko"]);
  en = i18next.getFixedT("en");
  ko = i18next.getFixedT("ko");
});

/** Left-over placeholders, keys without a text, ids of rows, and figures that are none. */
const garbled = /\{\{|^[a-z]+(\.[a-zA-Z]+)+$|[0-9a-f]{8}-[0-9a-f]{4}|NaN|Infinity|undefined/;

describe("a scenario in words", () => {
  it("names the limit that binds first, the task that meets it and what is missing", () => {
    const [first] = describeLimits(grown, { names, t: en, language: "en" });
    expect(first.binds).toBe(true);
    expect(first.head).toMatch(/^Binding limit: City money in 20\d\d\.$/);
    expect(first.rest).toMatch(/^T\d\d .+ lacks ₩[\d,.]+\u00a0million; \d+ tasks? /);
  });

  it("does not call an empty plan funded: it says what to do first", () => {
    const { tables: none, revision } = makePlan("empty").document;
    const [first, ...others] = describeLimits(evaluateScenario(compilePlan(none, revision), {}), {
      names,
      t: en,
      language: "en",
    });
    expect(first).toMatchObject({ binds: false, isEmpty: true, head: "Nothing to cost yet." });
    expect(others).toEqual([]);
  });

  it("calls tasks without any ceiling neither limited nor paid for: it says that ceilings are missing", () => {
    const { byYear } = evaluate({});
    const sources = byYear.map((year) => ({
      ...year,
      sources: year.sources.map((source) => ({ ...source, hasCeiling: false })),
    }));
    const [first] = describeLimits(
      { ...evaluate({}), byYear: sources, bindingLimits: [] },
      { names, t: en, language: "en" },
    );
    expect(first).toMatchObject({ binds: false, isEmpty: true, head: "No ceilings yet:" });
    expect(first.rest).toMatch(/^every task counts as funded\. .+“Sources and ceilings…”/);
  });

  it("shows how little is missing rather than nothing, in what it is counted in", () => {
    const say = (amount: number) => formatResourceAmount(amount, "staff", { t: en, language: "en" });
    expect([0.03, 0.004, 0.5, 1, 3.24, 0].map(say)).toEqual([
      "0.03 posts",
      "0.004 posts",
      "0.5 posts",
      "1 post",
      "3.2 posts",
      "0 posts",
    ]);
  });

  it("gives Korean words the particles that their sound asks for", () => {
    expect(ko("committees.deleted", { title: "협치회의" })).toMatch(/^‘협치회의’를 /);
    expect(ko("committees.deleted", { title: "원탁" })).toMatch(/^‘원탁’을 /);
  });

  it("says everything in both languages without a gap", () => {
    for (const [t, language] of [
      [en, "en"],
      [ko, "ko"],
    ] as const)
      for (const levers of [
        {},
        { "committee.COUNCIL.seats": 50, "decentralised.share": 0.05 },
        { "decentralised.share": 0.3, "committee.COUNCIL.effective": 2029, "committee.COUNCIL.seats": 60 },
        { "source.CITY.ceiling": 1_000_000_000 },
      ] satisfies LeverValues[]) {
        const outcome = evaluate(levers);
        const telling = { names, t, language };
        const sentences = [
          ...describeLimits(outcome, telling).flatMap(({ head, rest }) => [head, rest]),
          ...outcome.tasks.flatMap(({ reason }) =>
            reason === null ? [] : [describeReason(reason, telling)],
          ),
          ...indicatorDefinitions.flatMap((definition) => [
            t(`indicator.${definition.key}.name`),
            t(`indicator.${definition.key}.meaning`),
            t(`model.${definition.model}.formula`),
            t(`model.${definition.model}.source`),
            ...listFigureInputs(definition, { outcome, attendanceRatio: 0.55, t, language }).flatMap(
              ({ label, value }) => [label, value],
            ),
          ]),
        ];
        for (const sentence of sentences) expect(sentence, JSON.stringify(levers)).not.toMatch(garbled);
      }
  });

  it("says what comes closest when nothing binds", () => {
    const rich = evaluate({ "source.CITY.ceiling": 15_000_000_000, "decentralised.share": 0 });
    const moneyLimits = rich.bindingLimits.filter(({ type }) => type === "money");
    expect(moneyLimits).toEqual([]);
    expect(findTightest(rich)?.headroomWon).toBeGreaterThanOrEqual(0);
  });
});

describe("the status of a task", () => {
  it("does not call a task funded that asks for nothing", () => {
    expect(shownStatus({ status: "funded", plannedWon: 0 })).toBe("noAmounts");
    expect(shownStatus({ status: "funded", plannedWon: 1 })).toBe("funded");
    expect(shownStatus({ status: "delayed", plannedWon: 0 })).toBe("delayed");
    expect([en("status.noAmounts"), ko("status.noAmounts")]).toEqual(["no amounts", "금액 없음"]);
  });
});

describe("the matrix of tasks and years", () => {
  const cellsOf = (code: string) => {
    const row = grid.rows.find((task) => task.code === code);
    const outcome = grown.tasks.find((task) => task.taskId === row?.id);
    if (row === undefined || outcome === undefined) throw new Error(`no task ${code}`);
    return { outcome, cells: listMatrixCells(outcome, grown.years, row.totalWonByYear) };
  };

  it("shows a funded task in the years in which it gets money", () => {
    expect(cellsOf("T01").cells).toEqual(["funded", "funded", "idle", "idle"]);
  });

  it("marks the late start of a delayed task and the planned years of a dropped one", () => {
    for (const { code } of grid.rows) {
      const { outcome, cells } = cellsOf(code);
      if (outcome.status === "delayed") expect(cells.filter((cell) => cell === "late")).toHaveLength(1);
      if (outcome.status === "dropped") expect(cells).toContain("dropped");
      if (outcome.status === "dropped") expect(cells).not.toContain("funded");
    }
    expect(grown.tasks.some(({ status }) => status === "delayed")).toBe(true);
    expect(grown.tasks.some(({ status }) => status === "dropped")).toBe(true);
  });
});

describe("money by year", () => {
  it("adds up to what is spent, below the ceilings while money is carved out", () => {
    for (const row of listMoneyByYear(grown, false))
      expect(totalOf(row)).toBeLessThanOrEqual(row.ceilingWon ?? 0);
  });

  it("counts deliberated money inside the tasks, not on top of them", () => {
    const deliberated = evaluate({ "decentralised.mode": "deliberated", "decentralised.share": 0.05 });
    const [row] = listMoneyByYear(deliberated, false);
    const funded = deliberated.byYear[0]?.sources.reduce((sum, source) => sum + source.tasksWon, 0);
    expect(row && row.tasksWon + row.residentsWon).toBe(funded);
    expect(row?.residentsWon).toBeGreaterThan(0);
  });
});
