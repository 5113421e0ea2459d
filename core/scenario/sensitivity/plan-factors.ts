import { roundWon } from "../../budget/round-won";
import type { UncertainPart } from "../../plan/uncertain-fields";
import { applyScenario, type Perturbation } from "../applied-scenario";
import type { CompiledPlan } from "../compiled-plan";
import { createEvaluator, NUMBERS_ONLY } from "../evaluator";
import type { Lever, LeverValue, LeverValues } from "../lever";
import { listLevers } from "../list-levers";
import { createMeasureReader, type MeasureKey } from "../measures";
import { createGradeShifter, doGradesMatter, readGrades, readStep } from "../uncertainty/shift-grades";
import { pickVaryingLines, type UncertainLines } from "../uncertainty/uncertain-lines";
import type { UncertaintySpec } from "../uncertainty/uncertainty-spec";
import type { EvaluatePoint } from "./design";
import type { TornadoInput } from "./tornado";

/** One thing that a sensitivity analysis moves: a lever, or what is uncertain about the plan. */
export interface PlanFactor extends TornadoInput {
  readonly kind: "lever" | "uncertain";
  /** Path of a lever, or an `UncertainPart` as a whole: costs and ceilings as factors, grades as steps, the others as numbers to add or multiply with. */
  readonly name: string;
  /** Only whole values: seats, won. */
  readonly isWhole: boolean;
  /** Of grades: how likely each end is. A point between the ends is one of the steps, as often as that. */
  readonly chances?: UncertaintySpec["grade"];
}

/**
 * A lever as a factor; `base` is what the scenario has. Null where the lever is
 * no number, or the range is empty or leaves the lever's own.
 */
export function createLeverFactor(
  lever: Lever,
  levers: LeverValues,
  low: number,
  high: number,
): PlanFactor | null {
  const base = levers[lever.path] ?? lever.planValue;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = lever;
  if (typeof base !== "number" || !(low < high) || low < minimum || high > maximum) return null;
  const isWhole = lever.kind === "count" || lever.kind === "money";
  return { kind: "lever", name: lever.path, low, base, high, isWhole };
}

/** Levers of the first council and of the decentralised share that are moved unless one says otherwise. */
const DEFAULT_COUNCIL_LEVERS = ["seats", "subcommittees", "meetings", "allowance"];
const DEFAULT_SHARE_LEVERS = [
  "decentralised.share",
  "decentralised.projectCost",
  "decentralised.projectsPerRound",
];
/** How far they go to either side of what the scenario has. */
const DEFAULT_SPREAD = 0.3;

/** A factor that somebody chose; null for the end that it has as usual. */
export interface FactorChoice {
  readonly kind: PlanFactor["kind"];
  readonly name: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** Paths of the levers that are moved as usual; of a plan without a council those of the share alone. */
export const listDefaultLeverPaths = (councilCode: string | undefined): readonly string[] => [
  ...(councilCode === undefined
    ? []
    : DEFAULT_COUNCIL_LEVERS.map((name) => `committee.${councilCode}.${name}`)),
  ...DEFAULT_SHARE_LEVERS,
];

/**
 * Between what a lever moves as usual: 30 % to either side of what the scenario
 * has, whole where the lever is, within the lever's own range. Null for levers
 * without numbers and where nothing is left to move (30 % of 0).
 */
export function findUsualRange(
  lever: Lever,
  levers: LeverValues,
): { readonly low: number; readonly high: number } | null {
  const base = levers[lever.path] ?? lever.planValue;
  if (typeof base !== "number") return null;
  const round = isWholeLever(lever) ? Math.round : (value: number) => Number(value.toPrecision(12));
  const keep = (value: number) =>
    Math.min(lever.maximum ?? value, Math.max(lever.minimum ?? value, round(value)));
  const [low, high] = [keep(base * (1 - DEFAULT_SPREAD)), keep(base * (1 + DEFAULT_SPREAD))];
  return low < high ? { low, high } : null;
}

const isWholeLever = ({ kind }: Lever) => kind === "count" || kind === "money";

/**
 * The factors that are moved unless one says otherwise, at most thirteen: all that
 * is uncertain, each between its low and high; and the levers of the council and
 * the share, 30 % to either side. What the plan does not have, or what is fixed,
 * is left out.
 */
export function listDefaultFactors(
  compiled: CompiledPlan,
  levers: LeverValues,
  lines: UncertainLines,
  spec: UncertaintySpec,
): readonly PlanFactor[] {
  const council = compiled.committees.find(({ isCouncil }) => isCouncil);
  const known = new Map(listLevers(compiled).map((lever) => [lever.path, lever]));
  const ofLevers = listDefaultLeverPaths(council?.code).flatMap((path) => {
    const lever = known.get(path);
    const range = lever === undefined ? null : findUsualRange(lever, levers);
    const factor =
      lever === undefined || range === null ? null : createLeverFactor(lever, levers, range.low, range.high);
    return factor === null ? [] : [factor];
  });
  const uncertain = listUncertainParts(compiled, levers, lines, spec).filter(({ low, high }) => low < high);
  return [...uncertain, ...ofLevers];
}

/**
 * The factors that somebody chose, in their order. Ends that are null are as
 * usual: of what is uncertain by the settings, of levers `findUsualRange`; those of
 * grades always are. What
 * the plan does not have, what is fixed and ranges that do not rise are left out.
 */
export function pickFactors(
  compiled: CompiledPlan,
  levers: LeverValues,
  lines: UncertainLines,
  spec: UncertaintySpec,
  choices: readonly FactorChoice[],
): readonly PlanFactor[] {
  const known = new Map(listLevers(compiled).map((lever) => [lever.path, lever]));
  const uncertain = new Map(
    listUncertainParts(compiled, levers, lines, spec).map((part) => [part.name, part]),
  );
  return choices.flatMap(({ kind, name, low, high }): PlanFactor[] => {
    if (kind === "uncertain") {
      const part = uncertain.get(name);
      if (part === undefined) return [];
      const ends = part.chances === undefined ? { low: low ?? part.low, high: high ?? part.high } : {};
      const factor = { ...part, ...ends };
      return factor.low < factor.high ? [factor] : [];
    }
    const lever = known.get(name);
    if (lever === undefined) return [];
    const usual = findUsualRange(lever, levers);
    const [from, to] = [low ?? usual?.low, high ?? usual?.high];
    const factor = from === undefined || to === undefined ? null : createLeverFactor(lever, levers, from, to);
    return factor === null ? [] : [factor];
  });
}

/**
 * Every uncertainty as a whole, also one that is fixed. Costs go from the sum of
 * all low ends to that of all high ends. Grades, where one matters, go from one
 * step lower to one higher in every year alike, as far as that has a chance.
 */
function listUncertainParts(
  compiled: CompiledPlan,
  levers: LeverValues,
  lines: UncertainLines,
  spec: UncertaintySpec,
): readonly PlanFactor[] {
  const make = (
    name: UncertainPart,
    { low, likely, high }: Pick<UncertaintySpec["inflation"], "low" | "likely" | "high">,
  ): PlanFactor => ({ kind: "uncertain", name, low, base: likely, high, isWhole: false });
  const { lowerRatio, higherRatio } = spec.grade;
  const steps = { low: lowerRatio > 0 ? -1 : 0, likely: 0, high: higherRatio > 0 ? 1 : 0 };
  return [
    make("costs", findCostEnds(lines, spec.costs)),
    make("ceilings", spec.ceilings.factor),
    make("inflation", spec.inflation),
    make("attendance", spec.attendance),
    make("absorption", spec.absorption),
    ...(doGradesMatter(compiled, levers)
      ? [{ ...make("grade", steps), isWhole: true, chances: spec.grade }]
      : []),
  ];
}

/** All costs at their low ends, and at their high ends, as factors on all that is planned. */
function findCostEnds(lines: UncertainLines, spec: UncertaintySpec["costs"]) {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const totalWon = sum(lines.likelyWon);
  const varying = pickVaryingLines(lines, spec);
  const likelyWon = sum(varying.likelyWon);
  const isFixed = totalWon === 0 || spec.distribution === "fixed";
  const reach = (won: number) => (isFixed ? 1 : (totalWon + won - likelyWon) / totalWon);
  return { low: reach(sum(varying.lowWon)), likely: 1, high: reach(sum(varying.highWon)) };
}

/** A scenario as a function of its factors. */
export interface PlanModel {
  /** Factors in their own units. */
  readonly evaluate: EvaluatePoint;
  /** Factors from 0 (low) to 1 (high), all values between equally likely; grades take their steps by their chances. */
  readonly evaluateUnit: EvaluatePoint;
}

/**
 * A scenario with some of its levers and uncertainties free. Outputs are the
 * measures asked for; NaN where the plan has nothing to compute one from. `costs`
 * multiplies every budget line, `ceilings` every ceiling.
 */
export function createPlanModel(
  compiled: CompiledPlan,
  levers: LeverValues,
  factors: readonly PlanFactor[],
  measures: readonly MeasureKey[],
): PlanModel {
  const evaluator = createEvaluator(compiled);
  const { plannedLineWon } = evaluator;
  const lineWon = new Float64Array(plannedLineWon.length);
  const readMeasures = createMeasureReader(measures);
  const movesLevers = factors.some(({ kind }) => kind === "lever");
  const fixedScenario = applyScenario(compiled, levers);
  const shiftGrades = prepareGradeShift(compiled, levers);
  const evaluate: EvaluatePoint = (point, outputs) => {
    const moved: Record<string, LeverValue> = { ...levers };
    const uncertain: Partial<Record<string, number>> = {};
    for (const [index, factor] of factors.entries()) {
      const value = factor.isWhole ? Math.round(point[index] ?? 0) : (point[index] ?? 0);
      if (factor.kind === "lever") moved[factor.name] = value;
      else uncertain[factor.name] = value;
    }
    const scenario = movesLevers ? applyScenario(compiled, moved) : fixedScenario;
    const drawn = perturb(scenario.plan, plannedLineWon, uncertain, lineWon);
    const { grade } = uncertain;
    const graded = grade === undefined ? drawn : { ...drawn, gradeBeforeYear: shiftGrades(grade) };
    readMeasures(evaluator.evaluate(scenario, graded, NUMBERS_ONLY), outputs);
  };
  const natural = new Float64Array(factors.length);
  return {
    evaluate,
    evaluateUnit(point, outputs) {
      for (const [index, { low, high, chances }] of factors.entries()) {
        const unit = point[index] ?? 0;
        natural[index] = chances === undefined ? low + (high - low) * unit : readStep(unit, chances);
      }
      evaluate(natural, outputs);
    },
  };
}

/** The grades before all years, each the same number of steps off; made once a step. */
function prepareGradeShift(plan: CompiledPlan, levers: LeverValues): (steps: number) => Int32Array {
  const base = readGrades(plan, levers);
  const shift = createGradeShifter(plan);
  const known = new Map<number, Int32Array>();
  return (steps) => {
    const before = known.get(steps);
    if (before !== undefined) return before;
    const shifted = Int32Array.from(base, (grade) => shift(grade, steps));
    known.set(steps, shifted);
    return shifted;
  };
}

/**
 * What is uncertain as a whole but for grades, applied to a plan. Costs and ceilings are
 * factors; nothing given, nothing changed. `lineWon` is filled and used.
 */
export function perturb(
  plan: CompiledPlan,
  plannedWon: Float64Array,
  uncertain: Partial<Record<string, number>>,
  lineWon = new Float64Array(plannedWon.length),
): Perturbation {
  const { costs, ceilings, inflation, attendance, absorption } = uncertain;
  const keep = (value: number) => Math.min(1, Math.max(0, value));
  if (costs !== undefined)
    for (let line = 0; line < plannedWon.length; line += 1)
      lineWon[line] = roundWon((plannedWon[line] ?? 0) * costs);
  const shifted = (of: "citizenAttendanceRatio" | "officialAttendanceRatio") =>
    Float64Array.from(plan.committees, (committee) => keep(committee[of] + (attendance ?? 0)));
  return {
    ...(costs === undefined ? {} : { lineWon }),
    ...(ceilings === undefined
      ? {}
      : { ceilingWon: plan.ceilingWon.map((won) => Math.round(won * ceilings)) }),
    ...(inflation === undefined ? {} : { inflationRatio: plan.inflationRatio + inflation }),
    ...(attendance === undefined
      ? {}
      : {
          citizenAttendanceRatio: shifted("citizenAttendanceRatio"),
          officialAttendanceRatio: shifted("officialAttendanceRatio"),
        }),
    ...(absorption === undefined
      ? {}
      : { absorptionStartRatio: keep(plan.residentRules.absorptionStartRatio * absorption) }),
  };
}
