import { z } from "zod";
import { err, ok, type Result } from "../../result";

const distribution = z.enum(["fixed", "pert", "triangular", "uniform", "lognormal"]);
/** Correlation of the common factor behind the members of a group, 0 (each by itself) to below 1. */
const correlationRatio = z.number().min(0).max(0.999);

/** Three points in a unit of their own, in order; `lognormal` reads low and high as what is exceeded with 90 % and 10 %. */
const threePoints = z
  .strictObject({ distribution, low: z.number(), likely: z.number(), high: z.number() })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, {
    message: "low, likely and high must not decrease",
  })
  .refine(({ distribution: kind, low }) => kind !== "lognormal" || low > 0, {
    message: "a lognormal distribution needs a low value above 0",
  });

const isAbove =
  (least: number) =>
  ({ low }: { readonly low: number }) =>
    low > least;

/** Factors on the likely amount of lines that have no range of their own; without it such lines do not vary. */
const otherLines = z
  .strictObject({ low: z.number().min(0).max(1), high: z.number().min(1).max(10) })
  .optional();

const schema = z.strictObject({
  /** Budget lines vary between their own low, likely and high amounts. */
  costs: z.strictObject({ distribution, correlationRatio, otherLines }),
  /** Factors on each ceiling of a source and year. */
  ceilings: z.strictObject({
    factor: threePoints.refine(isAbove(0), { message: "factors must be above 0" }),
    correlationRatio,
  }),
  /** Added to the scenario's yearly inflation. */
  inflation: threePoints.refine(isAbove(-0.5), { message: "inflation may not fall by 0.5 or more" }),
  /** Added to the attendance of citizens and officials; the result is kept in 0…1. */
  attendance: threePoints,
  /** Factor on the part of its money that a unit can spend in its first year; the result is kept in 0…1. */
  absorption: threePoints.refine(isAbove(0), { message: "factors must be above 0" }),
  /** Chances that a year's evaluation comes out one grade lower or higher. */
  grade: z
    .strictObject({ lowerRatio: z.number().min(0).max(1), higherRatio: z.number().min(0).max(1) })
    .refine(({ lowerRatio, higherRatio }) => lowerRatio + higherRatio <= 1, {
      message: "the chances of a lower and a higher grade may not exceed 1 together",
    }),
});

const partsSchema = z.strictObject({
  costs: schema.shape.costs.exactOptional(),
  ceilings: schema.shape.ceilings.exactOptional(),
  inflation: schema.shape.inflation.exactOptional(),
  attendance: schema.shape.attendance.exactOptional(),
  absorption: schema.shape.absorption.exactOptional(),
  grade: schema.shape.grade.exactOptional(),
});

/** What is uncertain about a plan, and how much. Settings as data: nothing here is computed. */
export type UncertaintySpec = z.infer<typeof schema>;
/** Some parts of the settings; the others are those of the plan. */
export type UncertaintyParts = z.infer<typeof partsSchema>;
export type ThreePointSpec = z.infer<typeof threePoints>;
export type DistributionName = z.infer<typeof distribution>;

/** Nothing varies: every draw is the scenario itself. */
export const NO_UNCERTAINTY: UncertaintySpec = {
  costs: { distribution: "fixed", correlationRatio: 0 },
  ceilings: { factor: { distribution: "fixed", low: 1, likely: 1, high: 1 }, correlationRatio: 0 },
  inflation: { distribution: "fixed", low: 0, likely: 0, high: 0 },
  attendance: { distribution: "fixed", low: 0, likely: 0, high: 0 },
  absorption: { distribution: "fixed", low: 1, likely: 1, high: 1 },
  grade: { lowerRatio: 0, higherRatio: 0 },
};

/** What is wrong with settings, and where (`ceilings.factor`). */
export interface UncertaintyError {
  readonly type: "invalid-uncertainty";
  readonly at: string;
  readonly reason: string;
}

/** Reads settings from outside, of all parts or of some. Unknown parts are refused. */
export function parseUncertainty(json: unknown): Result<UncertaintyParts, UncertaintyError> {
  const parsed = partsSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return err({
    type: "invalid-uncertainty",
    at: issue?.path.join(".") ?? "",
    reason: issue?.message ?? "not readable",
  });
}
