import {
  type DistributionName,
  NO_UNCERTAINTY,
  type ThreePointSpec,
  type UncertaintySpec,
} from "../../../../core/scenario/uncertainty/uncertainty-spec";
import { type ParseNumberError, parsePlainNumber } from "../../../ui/parse-amount";
import { editableSignedPercent, readSignedPercent } from "../engine/read-signed-percent";

/** What may be uncertain, in the order of the form. */
export const PARTS = ["costs", "ceilings", "inflation", "attendance", "absorption", "grade"] as const;
export type PartName = (typeof PARTS)[number];
export type BoxName = "low" | "likely" | "high" | "correlation";

/**
 * A part as it is typed. Ends are changes in per cent: of costs those of lines
 * without a range of their own; of grades the chances of one lower and one higher.
 */
export interface PartDraft {
  readonly distribution: DistributionName;
  readonly low: string;
  readonly likely: string;
  readonly high: string;
  readonly correlation: string;
}

export type UncertaintyDraft = Readonly<Record<PartName, PartDraft>>;

export type PartProblem = { readonly box: BoxName } & (
  | { readonly type: "text"; readonly error: ParseNumberError }
  /** Bounds are ratios, of a correlation plain numbers. */
  | { readonly type: "out-of-range"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "reversed" }
  | { readonly type: "zero-width" }
  | { readonly type: "chances-above-one" }
);

export interface ReadUncertainty {
  /** Null where something does not fit; then `problems` says what. */
  readonly spec: UncertaintySpec | null;
  readonly problems: Readonly<Partial<Record<PartName, PartProblem>>>;
}

/** Parts of which a value is multiplied; of the others a value is added. */
const FACTORS: readonly PartName[] = ["ceilings", "absorption"];

/** Which distributions a part may have: what is added goes below zero, which no lognormal distribution does. */
export const listDistributions = (part: PartName): readonly DistributionName[] =>
  part === "inflation" || part === "attendance"
    ? ["pert", "triangular", "uniform", "fixed"]
    : ["pert", "triangular", "uniform", "lognormal", "fixed"];

/** Between what the changes of a part may be. A factor stays above 0. */
export const CHANGE_RANGES: Readonly<Record<PartName, readonly [minimum: number, maximum: number]>> = {
  costs: [-1, 9],
  ceilings: [-0.99, 9],
  inflation: [-0.49, 1],
  attendance: [-1, 1],
  absorption: [-0.99, 9],
  grade: [0, 1],
};
const MOST_CORRELATION = 0.999;

/** Settings as they are typed. */
export function draftUncertainty(spec: UncertaintySpec): UncertaintyDraft {
  const draft = (part: Partial<PartDraft>): PartDraft => ({
    distribution: "pert",
    low: "0",
    likely: "0",
    high: "0",
    correlation: "0",
    ...part,
  });
  const threePoints = ({ distribution, low, likely, high }: ThreePointSpec, neutral: 0 | 1) => ({
    distribution,
    low: editableSignedPercent(low - neutral),
    likely: editableSignedPercent(likely - neutral),
    high: editableSignedPercent(high - neutral),
  });
  const { costs, ceilings, grade } = spec;
  const { low, high } = costs.otherLines ?? { low: 1, high: 1 };
  return {
    costs: draft({
      distribution: costs.distribution,
      low: editableSignedPercent(low - 1),
      high: editableSignedPercent(high - 1),
      correlation: String(costs.correlationRatio),
    }),
    ceilings: draft({
      ...threePoints(ceilings.factor, 1),
      correlation: String(ceilings.correlationRatio),
    }),
    inflation: draft(threePoints(spec.inflation, 0)),
    attendance: draft(threePoints(spec.attendance, 0)),
    absorption: draft(threePoints(spec.absorption, 1)),
    grade: draft({
      low: editableSignedPercent(grade.lowerRatio),
      high: editableSignedPercent(grade.higherRatio),
    }),
  };
}

/** Reads the settings; ranges must rise, and what is to vary needs a width. */
export function readUncertainty(draft: UncertaintyDraft): ReadUncertainty {
  const problems: Partial<Record<PartName, PartProblem>> = {};
  const attempt = <T>(part: PartName, read: () => T | PartProblem, otherwise: T): T => {
    const value = read();
    if (!isProblem(value)) return value;
    problems[part] = value;
    return otherwise;
  };
  const threePoints = (part: "ceilings" | "inflation" | "attendance" | "absorption"): ThreePointSpec => {
    const none = part === "ceilings" ? NO_UNCERTAINTY.ceilings.factor : NO_UNCERTAINTY[part];
    return attempt(part, () => readThreePoints(part, draft[part], none), none);
  };
  const correlationOf = (part: "costs" | "ceilings") => attempt(part, () => readCorrelation(draft[part]), 0);
  const spec: UncertaintySpec = {
    costs: {
      distribution: draft.costs.distribution,
      correlationRatio: correlationOf("costs"),
      ...attempt("costs", () => readOtherLines(draft.costs), {}),
    },
    ceilings: { correlationRatio: correlationOf("ceilings"), factor: threePoints("ceilings") },
    inflation: threePoints("inflation"),
    attendance: threePoints("attendance"),
    absorption: threePoints("absorption"),
    grade: attempt("grade", () => readChances(draft.grade), NO_UNCERTAINTY.grade),
  };
  return { spec: Object.keys(problems).length === 0 ? spec : null, problems };
}

const isProblem = (value: unknown): value is PartProblem =>
  typeof value === "object" && value !== null && "box" in value;

function readChange(
  part: PartName,
  box: "low" | "likely" | "high",
  text: string,
  [minimum, maximum] = CHANGE_RANGES[part],
): number | PartProblem {
  const parsed = readSignedPercent(text);
  if (!parsed.ok) return { box, type: "text", error: parsed.error };
  return parsed.value < minimum || parsed.value > maximum
    ? { box, type: "out-of-range", minimum, maximum }
    : parsed.value;
}

function readThreePoints(
  part: PartName,
  draft: PartDraft,
  none: ThreePointSpec,
): ThreePointSpec | PartProblem {
  const { distribution } = draft;
  if (distribution === "fixed") return none;
  const neutral = FACTORS.includes(part) ? 1 : 0;
  const points: number[] = [];
  for (const box of ["low", "likely", "high"] as const) {
    const change = readChange(part, box, draft[box]);
    if (isProblem(change)) return change;
    points.push(Number((neutral + change).toPrecision(12)));
  }
  const [low = neutral, likely = neutral, high = neutral] = points;
  if (low > likely) return { box: "low", type: "reversed" };
  if (likely > high) return { box: "high", type: "reversed" };
  if (low === high) return { box: "high", type: "zero-width" };
  return { distribution, low, likely, high };
}

function readCorrelation({ distribution, correlation }: PartDraft): number | PartProblem {
  if (distribution === "fixed") return 0;
  const parsed = parsePlainNumber(correlation);
  if (!parsed.ok) return { box: "correlation", type: "text", error: parsed.error };
  return parsed.value > MOST_CORRELATION
    ? { box: "correlation", type: "out-of-range", minimum: 0, maximum: MOST_CORRELATION }
    : parsed.value;
}

/** No width at all is an answer here: such lines do not vary. */
function readOtherLines(draft: PartDraft): Pick<UncertaintySpec["costs"], "otherLines"> | PartProblem {
  if (draft.distribution === "fixed") return {};
  const [minimum, maximum] = CHANGE_RANGES.costs;
  const low = readChange("costs", "low", draft.low, [minimum, 0]);
  if (isProblem(low)) return low;
  const high = readChange("costs", "high", draft.high, [0, maximum]);
  if (isProblem(high)) return high;
  if (low === 0 && high === 0) return {};
  return { otherLines: { low: Number((1 + low).toPrecision(12)), high: Number((1 + high).toPrecision(12)) } };
}

function readChances({ low, high }: PartDraft): UncertaintySpec["grade"] | PartProblem {
  const lowerRatio = readChange("grade", "low", low);
  if (isProblem(lowerRatio)) return lowerRatio;
  const higherRatio = readChange("grade", "high", high);
  if (isProblem(higherRatio)) return higherRatio;
  return lowerRatio + higherRatio > 1
    ? { box: "high", type: "chances-above-one" }
    : { lowerRatio, higherRatio };
}
