import type { TFunction } from "i18next";
import { describe, expect, test } from "vitest";
import { checkFigure, editableFigure, fieldOf, showFigure } from "../../../renderer/ui/check-figure";

/** Says which sentence it would be, and with which bounds. */
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(" ")) as unknown as TFunction;
const check = (field: string, text: string) => checkFigure(fieldOf("plan", field), text, t, "thousand");

describe("a ratio that may be below 0", () => {
  test.each([
    ["-15", -0.15],
    ["−15 %", -0.15],
    ["△15%", -0.15],
    ["0", 0],
    ["7.5", 0.075],
  ])("%j is taken with its sign", (text, value) => {
    expect(check("uncertainCeilingsLowRatio", text)).toEqual({ ok: true, value });
  });

  test("is refused beyond its bounds, which are named in per cent", () => {
    expect(check("uncertainCeilingsLowRatio", "-100")).toEqual({
      ok: false,
      error: { type: "refused", reason: "refused.percentOutOfRange −99 900" },
    });
  });

  test("is edited as it is read, and shown in per cent", () => {
    const field = fieldOf("plan", "inflationRatio");
    expect(checkFigure(field, editableFigure(field, -0.015, "thousand"), t, "thousand")).toEqual({
      ok: true,
      value: -0.015,
    });
    expect(showFigure(field, -0.015, "en", "thousand")).toBe("−1.5 %");
  });
});

test("a part of a whole has no sign", () => {
  expect(check("overheadRatio", "-5").ok).toBe(false);
  expect(check("overheadRatio", "5")).toEqual({ ok: true, value: 0.05 });
});
