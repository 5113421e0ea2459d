import { describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { sumMoneyByArea } from "../../../core/scenario/sum-money-by-area";
import { makePlan } from "../support/make-plan";

const { tables } = makePlan("district-governance").document;
const outcome = evaluateScenario(compilePlan(tables, 1), {});
const areaIds = tables.ordered("area").map(({ id }) => id);
const areaIdByTask = new Map(tables.all("task").map(({ id, areaId }) => [id, areaId]));
const total = (rows: readonly { readonly fundedWonByYear: readonly number[] }[]) =>
  rows.flatMap(({ fundedWonByYear }) => fundedWonByYear).reduce((sum, won) => sum + won, 0);

describe("sumMoneyByArea", () => {
  it("adds up to what all tasks get, area by area in the order given", () => {
    const sums = sumMoneyByArea(outcome, areaIds, areaIdByTask);
    expect(sums.map(({ areaId }) => areaId)).toEqual(areaIds);
    expect(total(sums)).toBe(total(outcome.tasks));
  });

  it("keeps the money of tasks whose area is unknown apart, at the end", () => {
    const sums = sumMoneyByArea(outcome, areaIds.slice(1), areaIdByTask);
    expect(sums.at(-1)?.areaId).toBe("");
    expect(total(sums)).toBe(total(outcome.tasks));
  });
});
