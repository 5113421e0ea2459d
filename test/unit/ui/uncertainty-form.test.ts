import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setCells } from "../../../core/plan/command";
import { draftOps } from "../../../core/plan/draft-ops";
import { PLAN_ROW_ID, type Row } from "../../../core/plan/entities";
import { initialRow } from "../../../core/plan/plan-tables";
import { UNCERTAIN_PARTS, type UncertainPart } from "../../../core/plan/uncertain-fields";
import {
  INITIAL_UNCERTAINTY,
  readUncertaintyOfRow,
} from "../../../core/scenario/uncertainty/plan-uncertainty";
import { NO_UNCERTAINTY, parseUncertainty } from "../../../core/scenario/uncertainty/uncertainty-spec";
import {
  draftPart,
  listDistributions,
  type PartDraft,
  pickChangedCells,
  readPart,
  type UncertainCells,
  USUAL_CELLS,
} from "../../../renderer/features/scenarios/certainty/uncertainty-draft";
import { editableSignedPercent, readSignedPercent } from "../../../renderer/ui/read-signed-percent";
import { makePlan } from "../support/make-plan";

const plan = { ...initialRow("plan", PLAN_ROW_ID), title: "Plan" };
const readWith = (part: UncertainPart, changes: PartDraft) =>
  readPart(part, { ...draftPart(plan, part), ...changes });
const specWith = (...cells: readonly UncertainCells[]) =>
  readUncertaintyOfRow(Object.assign({ ...plan }, ...cells) as Row<"plan">).spec;

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

describe("the boxes of what is uncertain", () => {
  it("start from what the plan has, and read back as the same cells", () => {
    const others = {
      ...plan,
      uncertainCostsDistribution: "lognormal",
      uncertainCostsLowRatio: -0.1,
      uncertainCostsHighRatio: 0.25,
      uncertainCostsCorrelation: 0.7,
      uncertainInflationDistribution: "triangular",
      uncertainInflationLikelyRatio: 0.005,
      uncertainGradeLowerRatio: 0.4,
    } as const;
    for (const row of [plan, others])
      for (const part of UNCERTAIN_PARTS) {
        const read = readPart(part, draftPart(row, part));
        if (!read.ok) throw new Error(`${part}: ${read.error.type}`);
        expect(pickChangedCells(row, read.value)).toEqual({});
      }
    expect(draftPart(plan, "ceilings")).toEqual({
      distribution: "pert",
      low: "−10",
      likely: "0",
      high: "5",
      correlation: "0.5",
    });
  });

  it("as usual are those of a new plan", () => {
    expect(specWith(USUAL_CELLS)).toEqual(INITIAL_UNCERTAINTY);
    expect(pickChangedCells({ ...plan, uncertainGradeLowerRatio: 0.3 }, USUAL_CELLS)).toEqual({
      uncertainGradeLowerRatio: 0.15,
    });
  });

  it("leave out what does not vary, whatever stands in its boxes", () => {
    const fixed = UNCERTAIN_PARTS.map((part) => {
      const typed = part === "grade" ? { low: "0", high: "0" } : { distribution: "fixed", low: "?" };
      const read = readWith(part, typed);
      if (!read.ok) throw new Error(`${part}: ${read.error.type}`);
      return read.value;
    });
    expect(fixed[1]).toEqual({ uncertainCeilingsDistribution: "fixed" });
    expect(specWith(...fixed)).toEqual(NO_UNCERTAINTY);
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
    expect(readWith(part, changes)).toMatchObject({ ok: false, error: problem });
  });

  it("are never read as what the plan or the command would refuse", () => {
    const text = fc.oneof(fc.integer({ min: -120, max: 300 }).map(String), fc.constantFrom("", "x", "−5 %"));
    const draftOf = (part: UncertainPart): fc.Arbitrary<PartDraft> =>
      fc.record({
        ...(part === "grade" ? {} : { distribution: fc.constantFrom(...listDistributions(part)) }),
        low: text,
        likely: text,
        high: text,
        correlation: fc.constantFrom("0", "0.3", "0.999", "1", "-1"),
      });
    const typed = fc
      .constantFrom(...UNCERTAIN_PARTS)
      .chain((part) => draftOf(part).map((draft) => ({ part, draft })));
    const { document } = makePlan("seoul-civil-democracy");
    const seoul = document.tables.find("plan", PLAN_ROW_ID) ?? plan;
    fc.assert(
      fc.property(typed, ({ part, draft }) => {
        const read = readPart(part, draft);
        if (!read.ok) return;
        const cells = pickChangedCells(seoul, read.value);
        const edit = setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells }]);
        const drafted = draftOps(document.tables, edit);
        if (!drafted.ok) expect(drafted.error.type).toBe("nothing-changed");
        const spec = specWith(read.value);
        expect(parseUncertainty(spec)).toEqual({ ok: true, value: spec });
      }),
      { numRuns: 500 },
    );
  });
});
