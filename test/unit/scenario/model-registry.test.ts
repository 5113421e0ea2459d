import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateModel, findModel, models } from "../../../core/scenario/model-registry";

/** The names the command line promises. */
const PROMISED = [
  "presence.binomial",
  "presence.hypergeometric",
  "presence.min-size",
  "seats",
  "gallagher",
  "gallagher.random",
  "jury",
  "jury.effective-size",
  "quorum",
  "quorum.two-class",
  "speaking.minutes",
  "speaking.top-share",
  "pairs",
  "cost.term",
  "power.bloc",
  "power.individual",
  "coverage.subcommittees",
  "memory.renewal",
  "reserve",
  "size.cube-root",
  "size.square-root",
  "size.power-0.4",
  "size.taagepera",
  "margin",
  "pert",
  "triangular",
  "lognormal",
  "gini",
  "allocate",
];

function expectValue(name: string, inputs: Record<string, string>): unknown {
  const result = evaluateModel(name, inputs);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.value;
}

describe("the table of models", () => {
  test("has every name that the command line promises, each once", () => {
    const names = models.map((model) => model.name);
    expect(names).toEqual(expect.arrayContaining(PROMISED));
    expect(new Set(names).size).toBe(names.length);
  });

  test("documents every model and input: title, formula, source, unit, range, description", () => {
    for (const model of models) {
      for (const text of [model.title, model.formula, model.source]) expect(text).not.toBe("");
      for (const input of model.inputs) {
        expect(input.unit, `${model.name} ${input.key}`).not.toBe("");
        expect(input.description, `${model.name} ${input.key}`).not.toBe("");
        expect(input.minimum).toBeLessThanOrEqual(input.maximum);
        if (typeof input.default === "number") {
          expect(input.default).toBeGreaterThanOrEqual(input.minimum);
          expect(input.default).toBeLessThanOrEqual(input.maximum);
        }
      }
      expect(new Set(model.inputs.map((input) => input.key)).size).toBe(model.inputs.length);
    }
  });

  test("finds a model by name", () => {
    expect(findModel("pairs")?.title).toBe("Pairs of members");
    expect(findModel("nothing")).toBeUndefined();
  });
});

describe("evaluating a model by name", () => {
  test("answers with the inputs read, defaults included", () => {
    expect(evaluateModel("jury", { p: ".7", n: "1" })).toEqual({
      ok: true,
      value: { name: "jury", inputs: { p: 0.7, n: 1, rho: 0 }, value: expect.closeTo(0.7, 12), notices: [] },
    });
  });

  test("reads numbers as people write them on a command line", () => {
    for (const text of ["400000", "4e5", "400000.0", "+400000", " 400000 "]) {
      expect(expectValue("size.cube-root", { population: text })).toBeCloseTo(73.68063, 5);
    }
  });

  test("may answer with a list or with several named numbers", () => {
    expect(expectValue("seats", { method: "dhondt", shares: ".5, .3, .2", n: "10" })).toEqual([5, 3, 2]);
    expect(
      Object.keys(Object(expectValue("power.bloc", { citizens: "25", officials: "5", quota: "16" }))),
    ).toEqual(["banzhaf", "normalised", "shapley"]);
  });

  test("gives one quantile where it is asked for, else a summary", () => {
    expect(expectValue("triangular", { low: "80", likely: "100", high: "160", quantile: "1" })).toBe(160);
    expect(expectValue("pert", { low: "80", likely: "100", high: "160", quantile: ".5" })).toBeCloseTo(
      105.1048,
      4,
    );
    expect(expectValue("lognormal", { mean: "100", sd: "20", quantile: ".9" })).toBeCloseTo(126.3886, 4);
  });

  test("allocates a pool among units given as JSON, and passes the notices on", () => {
    const units = '[{"name":"A","population":100},{"population":300,"floor":200}]';
    expect(expectValue("allocate", { units, pool: "1000", weights: '{"people":1}' })).toEqual([200, 800]);
    const result = evaluateModel("allocate", { units, pool: "1000", weights: "0,2,0,0" });
    expect(result.ok && result.value.notices).toEqual([{ type: "weights-normalised", weightSum: 2 }]);
  });

  test("measures equity and scores rubrics", () => {
    expect(
      expectValue("equity", { amounts: "50,30,20", populations: "10,40,50", needs: "3,2,1" }),
    ).toMatchObject({ neediestShare: expect.closeTo(0.575, 12) });
    expect(expectValue("rubric", { weights: "60,40", scores: "4,10", maxima: "5,10" })).toBeCloseTo(88, 12);
    expect(expectValue("theil", { values: "3,3" })).toBe(0);
    expect(expectValue("survivors", { n: "30", years: "2", dropout: ".1" })).toBeCloseTo(24.3, 12);
    expect(expectValue("gallagher", { shares: ".5,.5", seats: "25,25" })).toBe(0);
    expect(expectValue("loosemore-hanby", { shares: "1,0", seats: "0,9" })).toBeCloseTo(100, 12);
    expect(expectValue("power.individual", { n: "50" })).toBeCloseTo(0.112275, 6);
  });
});

test("no model throws or answers with NaN or Infinity, whatever numbers are typed", () => {
  const ratio = fc.double({ min: 0, max: 1, noNaN: true }).map(String);
  const count = fc.integer({ min: 0, max: 120 }).map(String);
  const text = fc.oneof(
    ratio,
    count,
    fc.double({ noNaN: true }).map(String),
    fc.constantFrom("0", "1", "-1", ""),
  );
  const list = fc
    .array(fc.oneof(ratio, count), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(","));
  for (const model of models) {
    const shape = Object.fromEntries(
      model.inputs.map((input) => [
        input.key,
        input.kind === "list"
          ? list
          : input.kind === "choice"
            ? fc.constantFrom(...(input.choices ?? []))
            : text,
      ]),
    );
    fc.assert(
      fc.property(fc.record(shape, { requiredKeys: [] }), (inputs) => {
        const result = evaluateModel(model.name, inputs as Record<string, string>);
        if (!result.ok) return;
        const { value } = result.value;
        const numbers = typeof value === "number" ? [value] : Object.values(value);
        for (const number of numbers) {
          expect(Number.isFinite(number), `${model.name} ${JSON.stringify(inputs)} → ${number}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  }
});
