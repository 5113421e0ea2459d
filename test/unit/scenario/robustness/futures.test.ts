import { describe, expect, test } from "vitest";
import { compilePlan } from "../../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../../core/scenario/evaluate-scenario";
import { evaluateFutures, parseFutures } from "../../../../core/scenario/robustness/futures";
import { makePlan } from "../../support/make-plan";

const compiled = compilePlan(makePlan("district-governance").document.tables, 1);

function evaluate(...futures: readonly object[]) {
  const parsed = parseFutures({ futures });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const withLevers = parsed.value.map((future) => ({ ...future, levers: future.set }));
  return evaluateFutures(compiled, [{}, { "decentralised.share": 0.1 }], withLevers, [
    "fundedRatio",
    "quorumRatio",
  ]);
}

test("a future that changes nothing is the scenario; its levers go before those of a scenario", () => {
  const [[same] = [], [, moved] = []] = evaluate(
    { name: "as planned" },
    { name: "share 2 %", set: { "decentralised.share": 0.02 } },
  );
  const { indicators } = evaluateScenario(compiled, {});
  expect(same?.values).toEqual([indicators.fundedRatio, indicators.quorumRatio]);
  const twoPercent = evaluateScenario(compiled, { "decentralised.share": 0.02 }).indicators;
  expect(moved?.values).toEqual([twoPercent.fundedRatio, twoPercent.quorumRatio]);
});

test("less of everything is the ceilings set to that much less, year by year", () => {
  const [[less] = []] = evaluate({ name: "revenue −10 %", ceilingFactor: 0.9 });
  const levers = Object.fromEntries(
    compiled.sources.flatMap(({ code }, source) =>
      compiled.years.map((year, index) => [
        `source.${code}.ceiling.${year}`,
        Math.round((compiled.ceilingWon[source * compiled.years.length + index] ?? 0) * 0.9),
      ]),
    ),
  );
  const { indicators } = evaluateScenario(compiled, levers);
  expect(less?.values[0]).toBeCloseTo(indicators.fundedRatio ?? 0, 12);
  expect(indicators.fundedRatio).toBeLessThan(1);
});

test("one source less, and dearer lines, are felt", () => {
  const [[city, dear] = []] = evaluate(
    { name: "city −50 %", ceilingFactorBySource: { CITY: 0.5 } },
    { name: "all dearer", costFactor: 1.2 },
  );
  expect(city?.values[0]).toBeLessThan(1);
  expect(dear?.values[0]).toBeLessThan(1);
});

test("tasks that the law asks for are named when they fall", () => {
  const [[ruin] = []] = evaluate({ name: "nearly nothing", ceilingFactor: 0.01 });
  const required = compiled.tasks.filter(({ isLegallyRequired }) => isLegallyRequired).map(({ id }) => id);
  expect(ruin?.droppedRequiredIds.length).toBeGreaterThan(0);
  for (const id of ruin?.droppedRequiredIds ?? []) expect(required).toContain(id);
});

describe("futures that cannot be read", () => {
  test.each([
    [{}, "futures"],
    [{ futures: [] }, "futures"],
    [{ futures: [{ name: "" }] }, "futures.0.name"],
    [{ futures: [{ name: "a", ceilingFactor: 0 }] }, "futures.0.ceilingFactor"],
    [{ futures: [{ name: "a", ceilingFactor: -1 }] }, "futures.0.ceilingFactor"],
    [{ futures: [{ name: "a", revenue: 0.9 }] }, "futures.0"],
    [{ futures: [{ name: "a" }, { name: "a" }] }, "futures.1.name"],
    ["futures", ""],
  ])("%j", (json, at) => {
    expect(parseFutures(json)).toMatchObject({ ok: false, error: { type: "invalid-futures", at } });
  });
});
