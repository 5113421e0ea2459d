import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DEFAULT_UNCERTAINTY,
  NO_UNCERTAINTY,
  parseUncertainty,
  type UncertaintySpec,
} from "../../../core/scenario/uncertainty/uncertainty-spec";
import {
  draftUncertainty,
  listDistributions,
  PARTS,
  type PartDraft,
  type PartName,
  readUncertainty,
} from "../../../renderer/features/scenarios/certainty/uncertainty-draft";
import {
  editableSignedPercent,
  readSignedPercent,
} from "../../../renderer/features/scenarios/engine/read-signed-percent";

const usual = draftUncertainty(DEFAULT_UNCERTAINTY);
const readWith = (part: PartName, changes: Partial<PartDraft>) =>
  readUncertainty({ ...usual, [part]: { ...usual[part], ...changes } });

describe("a change in per cent with its sign", () => {
  it.each([
    ["-10", -0.1],
    ["− 10 %", -0.1],
    ["△10", -0.1],
    ["+5", 0.05],
    ["12.5%", 0.125],
    ["-0", 0],
    ["７", 0.07],
  ])("%s is %d", (text, value) => {
    expect(readSignedPercent(text)).toEqual({ ok: true, value });
  });

  it.each(["", "-", "+", "NaN", "Infinity", "--5", "5-", "ten", "1e3"])("%j is refused", (text) => {
    expect(readSignedPercent(text).ok).toBe(false);
  });

  it("is read back as it is shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: -990, max: 9_000 }), (permille) => {
        const ratio = permille / 1000;
        expect(readSignedPercent(editableSignedPercent(ratio))).toEqual({ ok: true, value: ratio });
      }),
    );
  });
});

describe("the settings of what is uncertain", () => {
  it("start from what is usual, and read back as what they were drafted from", () => {
    expect(readUncertainty(usual)).toEqual({ spec: DEFAULT_UNCERTAINTY, problems: {} });
    const others: UncertaintySpec = {
      ...DEFAULT_UNCERTAINTY,
      costs: { distribution: "lognormal", correlationRatio: 0.7, otherLines: { low: 0.9, high: 1.25 } },
      inflation: { distribution: "triangular", low: -0.02, likely: 0.005, high: 0.03 },
      grade: { lowerRatio: 0.4, higherRatio: 0.1 },
    };
    expect(readUncertainty(draftUncertainty(others)).spec).toEqual(others);
  });

  it("leave out what does not vary, whatever stands in its boxes", () => {
    const fixed = readUncertainty({
      ...usual,
      ...Object.fromEntries(
        PARTS.map((part) => [part, { ...usual[part], distribution: "fixed", low: "?", correlation: "?" }]),
      ),
      grade: { ...usual.grade, low: "0", high: "0" },
    });
    expect(fixed).toEqual({ spec: NO_UNCERTAINTY, problems: {} });
  });

  it.each([
    ["ceilings", { low: "5", likely: "0" }, { box: "low", type: "reversed" }],
    ["ceilings", { high: "-5" }, { box: "high", type: "reversed" }],
    ["inflation", { low: "0", likely: "0", high: "0" }, { box: "high", type: "zero-width" }],
    ["attendance", { low: "NaN" }, { box: "low", type: "text" }],
    ["attendance", { likely: "" }, { box: "likely", type: "text" }],
    ["absorption", { low: "-100" }, { box: "low", type: "out-of-range" }],
    ["ceilings", { high: "1000" }, { box: "high", type: "out-of-range" }],
    ["costs", { low: "5" }, { box: "low", type: "out-of-range" }],
    ["costs", { correlation: "1" }, { box: "correlation", type: "out-of-range" }],
    ["costs", { correlation: "half" }, { box: "correlation", type: "text" }],
    ["grade", { low: "60", high: "50" }, { box: "high", type: "chances-above-one" }],
    ["grade", { low: "-5" }, { box: "low", type: "out-of-range" }],
  ] as const)("%s with %j is refused at its box", (part, changes, problem) => {
    const read = readWith(part, changes);
    expect(read.spec).toBeNull();
    expect(read.problems).toMatchObject({ [part]: problem });
    expect(Object.keys(read.problems)).toEqual([part]);
  });

  it("name the problem of every part at once", () => {
    const read = readUncertainty({
      ...usual,
      ceilings: { ...usual.ceilings, low: "x" },
      grade: { ...usual.grade, high: "y" },
    });
    expect(Object.keys(read.problems)).toEqual(["ceilings", "grade"]);
  });

  it("are never read as what the command would refuse", () => {
    const text = fc.oneof(fc.integer({ min: -120, max: 300 }).map(String), fc.constantFrom("", "x", "−5 %"));
    const part = (name: PartName) =>
      fc.record({
        distribution: fc.constantFrom(...listDistributions(name)),
        low: text,
        likely: text,
        high: text,
        correlation: fc.constantFrom("0", "0.3", "0.999", "1", "-1"),
      });
    const drafts = fc.record({
      costs: part("costs"),
      ceilings: part("ceilings"),
      inflation: part("inflation"),
      attendance: part("attendance"),
      absorption: part("absorption"),
      grade: part("grade"),
    });
    fc.assert(
      fc.property(drafts, (draft) => {
        const { spec, problems } = readUncertainty(draft);
        expect(spec === null).toBe(Object.keys(problems).length > 0);
        if (spec !== null) expect(parseUncertainty(spec)).toEqual({ ok: true, value: spec });
      }),
      { numRuns: 500 },
    );
  });
});
