import { describe, expect, test } from "vitest";
import { evaluateModel } from "../../../core/scenario/model-registry";

function expectError(name: string, inputs: Record<string, string>): unknown {
  const result = evaluateModel(name, inputs);
  if (result.ok) throw new Error(`${name} should have refused ${JSON.stringify(inputs)}`);
  return result.error;
}

describe("input that cannot be used is refused, naming the key and the range", () => {
  test("an unknown model, with the nearest name", () => {
    expect(expectError("quorun", {})).toEqual({ type: "unknown-model", name: "quorun", nearest: "quorum" });
    expect(expectError("zzz", {})).toEqual({ type: "unknown-model", name: "zzz", nearest: null });
  });

  test("a missing input", () => {
    expect(expectError("presence.binomial", { p: ".05", n: "30" })).toEqual({
      type: "missing-input",
      model: "presence.binomial",
      key: "k",
      minimum: 0,
      maximum: 2000,
    });
    expect(expectError("pairs", { n: " " })).toMatchObject({ type: "missing-input", key: "n" });
  });

  test("an unknown input, with the nearest key", () => {
    expect(expectError("cost.term", { citizen: "25" })).toMatchObject({
      type: "unknown-input",
      key: "citizen",
      nearest: "citizens",
    });
    expect(expectError("pairs", { n: "3", constructor: "1" })).toMatchObject({ type: "unknown-input" });
  });

  test("letters, empty list parts, infinity and hexadecimals in place of a number", () => {
    for (const text of ["many", "1,5", "Infinity", "NaN", "0x10", "1_000", "--1", "."]) {
      expect(expectError("margin", { n: text })).toMatchObject({ type: "not-a-number", key: "n", text });
    }
    expect(expectError("gini", { values: "1,,2" })).toMatchObject({ type: "not-a-number", key: "values" });
  });

  test("a fraction of a seat", () => {
    expect(expectError("pairs", { n: "2.5" })).toMatchObject({ type: "not-whole", key: "n", given: 2.5 });
  });

  test("a number out of range", () => {
    expect(expectError("jury", { p: "1.5", n: "3" })).toEqual({
      type: "out-of-range",
      model: "jury",
      key: "p",
      given: 1.5,
      minimum: 0,
      maximum: 1,
    });
    expect(expectError("pairs", { n: "1e400" })).toMatchObject({ type: "out-of-range", key: "n" });
  });

  test("numbers that contradict each other", () => {
    const bloc = { citizens: "25", officials: "5" };
    expect(expectError("power.bloc", { ...bloc, quota: "31" })).toMatchObject({ key: "quota", maximum: 30 });
    expect(expectError("quorum", { n: "30", attendance: ".6", need: "31" })).toMatchObject({
      type: "out-of-range",
      key: "need",
      maximum: 30,
    });
    expect(expectError("presence.hypergeometric", { N: "10", K: "11", n: "1", k: "1" })).toMatchObject({
      key: "K",
    });
    expect(expectError("pert", { low: "5", likely: "4", high: "9" })).toMatchObject({ key: "likely" });
    expect(expectError("pert", { low: "5", likely: "4", high: "3" })).toMatchObject({ key: "high" });
    expect(expectError("gallagher", { shares: ".5,.5", seats: "1" })).toMatchObject({
      type: "length-mismatch",
      key: "seats",
      given: 1,
      expected: 2,
    });
    expect(expectError("seats", { method: "webster", shares: "0,0", n: "5" })).toMatchObject({
      type: "no-positive-number",
      key: "shares",
    });
    expect(expectError("lognormal", { mean: "100", p90: "5" })).toMatchObject({ type: "incomplete-inputs" });
    expect(expectError("lognormal", { p10: "9", p90: "5" })).toMatchObject({ key: "p90", minimum: 9 });
    expect(expectError("rubric", { weights: "1", scores: "6", maxima: "5" })).toMatchObject({
      key: "scores",
    });
  });

  test("a word that is no choice", () => {
    expect(expectError("seats", { method: "hare", shares: "1", n: "1" })).toMatchObject({
      type: "unknown-choice",
      key: "method",
      choices: ["hamilton", "webster", "dhondt"],
    });
  });

  test("JSON that cannot be read or does not describe units", () => {
    const rest = { pool: "10", weights: "1,0,0,0" };
    expect(expectError("allocate", { units: "[{", ...rest })).toMatchObject({
      type: "invalid-json",
      key: "units",
    });
    expect(expectError("allocate", { units: '[{"people":3}]', ...rest })).toMatchObject({ key: "units" });
    expect(expectError("allocate", { units: '[{"population":-3}]', ...rest })).toMatchObject({
      key: "units",
    });
    expect(
      expectError("allocate", { units: '[{"population":3}]', pool: "10", weights: '{"x":1}' }),
    ).toMatchObject({ key: "weights" });
  });
});

test("an estimate over more orders of magnitude than numbers can hold is refused", () => {
  expect(expectError("lognormal", { p10: "1e-9", p90: "1e15" })).toMatchObject({ key: "p90", maximum: 1 });
});
