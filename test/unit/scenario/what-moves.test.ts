import { describe, expect, it } from "vitest";
import { compareCentralMoney } from "../../../core/scenario/compare-central-money";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { listPushedOutTasks } from "../../../core/scenario/list-pushed-out-tasks";
import { makePlan } from "../support/make-plan";

const { tables } = makePlan("district-governance").document;
const compiled = compilePlan(tables, 1);
const evaluate = (levers: LeverValues) => evaluateScenario(compiled, levers);
const base = evaluate({});
const codeOf = (taskId: string) => tables.find("task", taskId)?.code;
const sourceOf = (sourceId: string) => tables.find("source", sourceId)?.code;

describe("listPushedOutTasks", () => {
  it("names tasks that start later or get a smaller part of their money", () => {
    const pushed = listPushedOutTasks(base, evaluate({ "committee.COUNCIL.seats": 50 }));
    expect(
      pushed.map(({ after }) => [codeOf(after.taskId), after.status, after.fundedRatio.toFixed(3)]),
    ).toEqual([
      ["D04", "delayed", "1.000"],
      ["D15", "delayed", "0.799"],
    ]);
  });

  it("names nothing where nothing changes or tasks fare better", () => {
    expect(listPushedOutTasks(base, base)).toEqual([]);
    expect(listPushedOutTasks(evaluate({ "decentralised.share": 0.1 }), base)).toEqual([]);
  });
});

describe("compareCentralMoney", () => {
  it("loses national money as well when matched district money moves to residents", () => {
    const { bySource, movedWon, lostWon } = compareCentralMoney(
      base,
      evaluate({ "decentralised.share": 0.05 }),
    );
    expect(bySource.map((source) => ({ ...source, sourceId: sourceOf(source.sourceId) }))).toEqual([
      { sourceId: "NATIONAL", movedWon: 0, lostWon: 1_800_000_000 },
      { sourceId: "DISTRICT", movedWon: 900_000_000, lostWon: 1_800_000_000 },
    ]);
    expect({ movedWon, lostWon }).toEqual({ movedWon: 900_000_000, lostWon: 3_600_000_000 });
  });

  it("moves nothing where the money is deliberated or nothing differs", () => {
    const nothing = { bySource: [], movedWon: 0, lostWon: 0 };
    expect(compareCentralMoney(base, base)).toEqual(nothing);
    const deliberated = { "decentralised.mode": "deliberated" };
    expect(
      compareCentralMoney(evaluate(deliberated), evaluate({ ...deliberated, "decentralised.share": 0.05 })),
    ).toEqual(nothing);
  });
});
