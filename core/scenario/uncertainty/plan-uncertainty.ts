import { PLAN_ROW_ID, type Row } from "../../plan/entities";
import { initialRow, type PlanTables } from "../../plan/plan-tables";
import { findBrokenRules } from "../../plan/row-rules";
import { fieldsOfPart, type UncertainPart } from "../../plan/uncertain-fields";
import {
  NO_UNCERTAINTY,
  type ThreePointSpec,
  type UncertaintyParts,
  type UncertaintySpec,
} from "./uncertainty-spec";

/** What a plan assumes to be uncertain. */
export interface PlanUncertainty {
  /** Parts that are broken do not vary in it; see `broken`. */
  readonly spec: UncertaintySpec;
  /** Parts whose figures do not fit together, as two copies that were merged may leave them: nothing is to be drawn before somebody sets them right. */
  readonly broken: readonly UncertainPart[];
}

/** What the plan's own row says is uncertain; of a plan without such a row what is so from the start. */
export const readPlanUncertainty = (tables: PlanTables): PlanUncertainty =>
  readUncertaintyOfRow(tables.find("plan", PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID));

/**
 * What a plan's row says is uncertain. Cells hold changes against the plan; in
 * settings, those of ceilings, costs and absorption are factors. What does not
 * vary stands as in `NO_UNCERTAINTY`, whatever its other cells hold.
 */
export function readUncertaintyOfRow(plan: Row<"plan">): PlanUncertainty {
  const broken = findBrokenRules("plan", plan).flatMap((error) => ("part" in error ? [error.part] : []));
  const read: UncertaintySpec = {
    costs: readCosts(plan),
    ceilings: readCeilings(plan),
    inflation: readThreePoints(plan, "inflation"),
    attendance: readThreePoints(plan, "attendance"),
    absorption: readThreePoints(plan, "absorption"),
    grade: { lowerRatio: plan[fieldsOfPart.grade.low], higherRatio: plan[fieldsOfPart.grade.high] },
  };
  const none = Object.fromEntries(broken.map((part) => [part, NO_UNCERTAINTY[part]]));
  return { spec: { ...read, ...none }, broken };
}

function readCosts(plan: Row<"plan">): UncertaintySpec["costs"] {
  const fields = fieldsOfPart.costs;
  const distribution = plan[fields.distribution];
  if (distribution === "fixed") return NO_UNCERTAINTY.costs;
  const correlationRatio = plan[fields.correlation];
  const [low, high] = [toFactor(plan[fields.low]), toFactor(plan[fields.high])];
  return low === 1 && high === 1
    ? { distribution, correlationRatio }
    : { distribution, correlationRatio, otherLines: { low, high } };
}

function readCeilings(plan: Row<"plan">): UncertaintySpec["ceilings"] {
  const factor = readThreePoints(plan, "ceilings");
  return factor.distribution === "fixed"
    ? NO_UNCERTAINTY.ceilings
    : { factor, correlationRatio: plan[fieldsOfPart.ceilings.correlation] };
}

function readThreePoints(
  plan: Row<"plan">,
  part: "ceilings" | "inflation" | "attendance" | "absorption",
): ThreePointSpec {
  const fields = fieldsOfPart[part];
  const distribution = plan[fields.distribution];
  if (distribution === "fixed")
    return part === "ceilings" ? NO_UNCERTAINTY.ceilings.factor : NO_UNCERTAINTY[part];
  const read = (changeRatio: number) => (neutralOf(part) === 1 ? toFactor(changeRatio) : changeRatio);
  return {
    distribution,
    low: read(plan[fields.low]),
    likely: read(plan[fields.likely]),
    high: read(plan[fields.high]),
  };
}

/** Parts of which a value is multiplied; of the others a value is added. */
const FACTOR_PARTS: readonly UncertainPart[] = ["costs", "ceilings", "absorption"];

/** What changes nothing: 1 for what is multiplied, 0 for what is added. */
export const neutralOf = (part: UncertainPart): 0 | 1 => (FACTOR_PARTS.includes(part) ? 1 : 0);

/** A change of −.1 is the factor .9, without what binary fractions would add. */
const toFactor = (changeRatio: number) => Number((1 + changeRatio).toPrecision(12));

/** What is assumed before anybody says otherwise. Illustrative. */
export const INITIAL_UNCERTAINTY: UncertaintySpec = readUncertaintyOfRow(
  initialRow("plan", PLAN_ROW_ID),
).spec;

/** A plan's settings with some parts in the place of its own; a part that is replaced is broken no more. */
export const overrideUncertainty = (
  { spec, broken }: PlanUncertainty,
  parts: UncertaintyParts,
): PlanUncertainty => ({
  spec: { ...spec, ...parts },
  broken: broken.filter((part) => !(part in parts)),
});
