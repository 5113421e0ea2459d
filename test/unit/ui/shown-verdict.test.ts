import { describe, expect, it } from "vitest";
import type { ComparedIndicator } from "../../../core/scenario/compare-scenarios";
import { shownVerdict } from "../../../renderer/features/compare/shown-verdict";

const compared = (values: readonly number[]): ComparedIndicator => ({
  definition: { key: "decidedRatio", unit: "ratio", better: "higher", model: "B1" } as never,
  values,
  differences: values.map((value) => value - (values[0] ?? 0)),
  verdicts: values.map((value) => {
    const first = values[0] ?? 0;
    return value === first ? "same" : value > first ? "better" : "worse";
  }),
});

describe("better or worse at a glance", () => {
  it("is said only of figures that look different: 2.04 % and 2.00 % are both shown as 2.0 %", () => {
    const indicator = compared([0.0204, 0.02, 0.05, 0.01]);
    expect([0, 1, 2, 3].map((index) => shownVerdict(indicator, index))).toEqual([
      "same",
      "same",
      "better",
      "worse",
    ]);
  });
});
