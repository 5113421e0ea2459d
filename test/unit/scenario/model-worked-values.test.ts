import { describe, expect, test } from "vitest";
import { evaluateModel, models } from "../../../core/scenario/model-registry";
import workedValues from "../../fixtures/models/worked-values.json";

/** Holds to the last digit printed: "9.20" means within half of 0.01. */
function expectAsPrinted(actual: unknown, printed: string): void {
  const digits = printed.split(".")[1]?.length ?? 0;
  expect(actual).toBeTypeOf("number");
  expect(Math.abs(Number(actual) - Number(printed)), `${actual} against ${printed}`).toBeLessThanOrEqual(
    0.5000001 * 10 ** -digits,
  );
}

describe("the worked values of the models, to the digits printed", () => {
  test.each(workedValues)("$section $model $inputs → $value", ({ model, inputs, value: printed }) => {
    const result = evaluateModel(model, inputs);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const { value } = result.value;
    if (typeof printed === "string") {
      expectAsPrinted(value, printed);
    } else if (Array.isArray(printed)) {
      expect(value).toHaveLength(printed.length);
      printed.forEach((text, index) => {
        expectAsPrinted((value as readonly number[])[index], text);
      });
    } else {
      for (const [key, text] of Object.entries(printed)) {
        expectAsPrinted((value as Record<string, number>)[key], text);
      }
    }
  });

  test("every section of the models A (but the panel lottery), B and C1 that has values is here", () => {
    const sections = new Set(workedValues.map((row) => row.section));
    for (let number = 1; number <= 12; number += 1) expect(sections).toContain(`A${number}`);
    for (const section of ["B2", "B3", "B7", "C1"]) expect(sections).toContain(section);
  });

  test("every model named here is registered", () => {
    const names = models.map((model) => model.name);
    for (const row of workedValues) expect(names).toContain(row.model);
  });
});
