import { choice, number, ratio } from "./field";

/** What may be uncertain about a plan, in the order of forms and lists. */
export const UNCERTAIN_PARTS = [
  "costs",
  "ceilings",
  "inflation",
  "attendance",
  "absorption",
  "grade",
] as const;
export type UncertainPart = (typeof UNCERTAIN_PARTS)[number];

/** What is multiplied stays above 0, so that any distribution will do; to what is added, it may be below 0. */
const FACTOR_DISTRIBUTIONS = ["pert", "triangular", "uniform", "lognormal", "fixed"] as const;
const CHANGE_DISTRIBUTIONS = ["pert", "triangular", "uniform", "fixed"] as const;

/** At 1 the members of a group would be one and the same. */
const MOST_CORRELATION = 0.999;

/**
 * What is assumed to be uncertain about a plan, and how much: fields of the
 * plan's own row. Ends are changes against the plan, as ratios (−.1 is 10 % less,
 * or 10 points). Their initial values are illustrative: ceilings from 10 % less to
 * 5 % more; inflation a point less to two more; attendance ten points to either
 * side; absorption a fifth to either side; a grade one step off with 15 % each.
 */
export const uncertainFields = {
  uncertainCostsDistribution: choice(FACTOR_DISTRIBUTIONS, "pert"),
  /** Of budget lines without a range of their own; both 0: such lines do not vary. */
  uncertainCostsLowRatio: ratio(0, 0, -1),
  uncertainCostsHighRatio: ratio(0, 9),
  uncertainCostsCorrelation: number(0.3, 0, MOST_CORRELATION),
  uncertainCeilingsDistribution: choice(FACTOR_DISTRIBUTIONS, "pert"),
  uncertainCeilingsLowRatio: ratio(-0.1, 9, -0.99),
  uncertainCeilingsLikelyRatio: ratio(0, 9, -0.99),
  uncertainCeilingsHighRatio: ratio(0.05, 9, -0.99),
  uncertainCeilingsCorrelation: number(0.5, 0, MOST_CORRELATION),
  uncertainInflationDistribution: choice(CHANGE_DISTRIBUTIONS, "pert"),
  uncertainInflationLowRatio: ratio(-0.01, 1, -0.49),
  uncertainInflationLikelyRatio: ratio(0, 1, -0.49),
  uncertainInflationHighRatio: ratio(0.02, 1, -0.49),
  uncertainAttendanceDistribution: choice(CHANGE_DISTRIBUTIONS, "pert"),
  uncertainAttendanceLowRatio: ratio(-0.1, 1, -1),
  uncertainAttendanceLikelyRatio: ratio(0, 1, -1),
  uncertainAttendanceHighRatio: ratio(0.1, 1, -1),
  uncertainAbsorptionDistribution: choice(FACTOR_DISTRIBUTIONS, "pert"),
  uncertainAbsorptionLowRatio: ratio(-0.2, 9, -0.99),
  uncertainAbsorptionLikelyRatio: ratio(0, 9, -0.99),
  uncertainAbsorptionHighRatio: ratio(0.2, 9, -0.99),
  /** Chances that a year's evaluation comes out one grade lower or higher. */
  uncertainGradeLowerRatio: ratio(0.15),
  uncertainGradeHigherRatio: ratio(0.15),
} as const;

export type UncertainField = keyof typeof uncertainFields;

export const uncertainFieldNames = Object.keys(uncertainFields) as readonly UncertainField[];

export const isUncertainField = (field: string): field is UncertainField =>
  Object.hasOwn(uncertainFields, field);

/** What can be said of a part; not every part has all of it. */
export type UncertainSetting = "distribution" | "low" | "likely" | "high" | "correlation";

/** The fields of each part. `low` and `high` of a grade are the chances of one lower and one higher. */
export const fieldsOfPart = {
  costs: {
    distribution: "uncertainCostsDistribution",
    low: "uncertainCostsLowRatio",
    high: "uncertainCostsHighRatio",
    correlation: "uncertainCostsCorrelation",
  },
  ceilings: {
    distribution: "uncertainCeilingsDistribution",
    low: "uncertainCeilingsLowRatio",
    likely: "uncertainCeilingsLikelyRatio",
    high: "uncertainCeilingsHighRatio",
    correlation: "uncertainCeilingsCorrelation",
  },
  inflation: {
    distribution: "uncertainInflationDistribution",
    low: "uncertainInflationLowRatio",
    likely: "uncertainInflationLikelyRatio",
    high: "uncertainInflationHighRatio",
  },
  attendance: {
    distribution: "uncertainAttendanceDistribution",
    low: "uncertainAttendanceLowRatio",
    likely: "uncertainAttendanceLikelyRatio",
    high: "uncertainAttendanceHighRatio",
  },
  absorption: {
    distribution: "uncertainAbsorptionDistribution",
    low: "uncertainAbsorptionLowRatio",
    likely: "uncertainAbsorptionLikelyRatio",
    high: "uncertainAbsorptionHighRatio",
  },
  grade: { low: "uncertainGradeLowerRatio", high: "uncertainGradeHigherRatio" },
} as const satisfies Readonly<
  Record<UncertainPart, Readonly<Partial<Record<UncertainSetting, UncertainField>>>>
>;

/** The part that a field of the plan belongs to; undefined where it is about something else. */
export const partOfField = (field: string): UncertainPart | undefined =>
  UNCERTAIN_PARTS.find((part) => (Object.values(fieldsOfPart[part]) as readonly string[]).includes(field));
