import { applyCommitteeLevers } from "./apply-committee-levers";
import type { CompiledPlan } from "./compiled-plan";
import type { LeverValue, LeverValues } from "./lever";
import { numberOr } from "./lever";

/**
 * The plan under a scenario: only what the levers name differs. Levers whose
 * target no longer exists are passed over. A year's own lever beats the lever
 * for the whole path. Values are taken as checked (check-levers.ts).
 */
export function applyLevers(plan: CompiledPlan, levers: LeverValues): CompiledPlan {
  if (Object.keys(levers).length === 0) return withGradedCeilings(plan, levers);
  const numberAt = (path: string, otherwise: number) => numberOr(levers[path], otherwise);
  const yearCount = plan.years.length;
  const paths = Object.keys(levers);
  /** `path.year`, else `path`, else the plan. */
  const overYears = (planned: Float64Array, prefix: string, pathOf: (row: number) => string) => {
    if (!paths.some((path) => path.startsWith(prefix))) return planned;
    return planned.map((value, at) => {
      const path = pathOf(Math.floor(at / yearCount));
      return numberAt(`${path}.${plan.years[at % yearCount]}`, numberAt(path, value));
    });
  };
  const { residentRules: rules, weights } = plan;
  const applied: CompiledPlan = {
    ...plan,
    committees: plan.committees.map((committee) => applyCommitteeLevers(committee, levers, plan.years)),
    ceilingWon: overYears(
      plan.ceilingWon,
      "source.",
      (source) => `source.${plan.sources[source]?.code}.ceiling`,
    ),
    capacity: overYears(
      plan.capacity,
      "resource.",
      (resource) => `resource.${plan.resources[resource]?.code}.capacity`,
    ),
    shareRatioByYear: applyShare(plan, levers),
    shareBase: choiceOr(levers["decentralised.base"], ["plan", "discretionary", "total"], plan.shareBase),
    shareMode: choiceOr(levers["decentralised.mode"], ["proposal", "deliberated"], plan.shareMode),
    isShareAdditional: flagOr(levers["decentralised.additional"], plan.isShareAdditional),
    weights: {
      equal: numberAt("decentralised.formula.equal", weights.equal),
      people: numberAt("decentralised.formula.people", weights.people),
      need: numberAt("decentralised.formula.need", weights.need),
      revenue: numberAt("decentralised.formula.revenue", weights.revenue),
    },
    residentRules: {
      ...rules,
      unspentRule: choiceOr(levers["decentralised.unspent"], ["carry", "lapse"], rules.unspentRule),
      residentProjectWon: numberAt("decentralised.projectCost", rules.residentProjectWon),
      residentProjectStaffFte: numberAt("decentralised.projectStaff", rules.residentProjectStaffFte),
      projectsPerRound: numberAt("decentralised.projectsPerRound", rules.projectsPerRound),
      deliberationRoundsPerYear: numberAt("decentralised.rounds", rules.deliberationRoundsPerYear),
      absorptionStartRatio: numberAt("decentralised.absorption", rules.absorptionStartRatio),
      absorptionGrowthRatio: numberAt("decentralised.absorptionGrowth", rules.absorptionGrowthRatio),
    },
    inflationRatio: numberAt("prices.inflation", plan.inflationRatio),
  };
  return withGradedCeilings(applied, levers);
}

/**
 * A new share for all years may be phased in: with a ramp of r years it is
 * reached in year r + 1, in equal steps from what the plan has.
 */
function applyShare(plan: CompiledPlan, levers: LeverValues): Float64Array {
  const target = levers["decentralised.share"];
  const rampYears = numberOr(levers["decentralised.ramp"], 0);
  return plan.shareRatioByYear.map((planned, index) => {
    const part = Math.min(1, (index + 1) / (rampYears + 1));
    const whole = typeof target === "number" ? planned + (target - planned) * part : planned;
    return numberOr(levers[`decentralised.share.${plan.years[index]}`], whole);
  });
}

/** Whether a ceiling, by `source · years + year`, follows the grade of the evaluation: no lever sets it. */
export function isGradedCell(plan: CompiledPlan, levers: LeverValues, at: number): boolean {
  const source = Math.floor(at / plan.years.length);
  if (plan.isCeilingSetByGrade[source] !== 1) return false;
  const path = `source.${plan.sources[source]?.code}.ceiling`;
  return levers[path] === undefined && levers[`${path}.${plan.years[at % plan.years.length]}`] === undefined;
}

/**
 * The code of the grade that an evaluation gives under levers: the year's own
 * lever, else the one over all years where a grade is `planned`, else that; the
 * empty string where there is none.
 */
export function gradeUnderLevers(planned: string, levers: LeverValues, evaluationYear: number): string {
  const all = planned === "" ? undefined : levers["evaluation.grade"];
  return String(levers[`evaluation.grade.${evaluationYear}`] ?? all ?? planned);
}

/** The grade of a year's evaluation sets the ceiling of its streams in the next year (models B6). */
function withGradedCeilings(plan: CompiledPlan, levers: LeverValues): CompiledPlan {
  if (!plan.isCeilingSetByGrade.includes(1)) return plan;
  const worthWon = new Map(plan.grades.map((grade) => [grade.code, grade.ceilingWon]));
  const ceilingWon = plan.ceilingWon.map((plannedWon, at) => {
    if (!isGradedCell(plan, levers, at)) return plannedWon;
    const index = at % plan.years.length;
    const grade = gradeUnderLevers(plan.gradeBeforeYear[index] ?? "", levers, (plan.years[index] ?? 0) - 1);
    return worthWon.get(grade) ?? plannedWon;
  });
  return { ...plan, ceilingWon };
}

const choiceOr = <C extends string>(value: LeverValue | undefined, choices: readonly C[], otherwise: C): C =>
  choices.find((choice) => choice === value) ?? otherwise;

const flagOr = (value: LeverValue | undefined, otherwise: boolean): boolean =>
  typeof value === "boolean" ? value : otherwise;
