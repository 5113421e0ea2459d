import { computeNormalCdf } from "../../committee/probability/normal-distribution";
import type { Perturbation } from "../applied-scenario";
import type { CompiledCommittee, CompiledPlan } from "../compiled-plan";
import type { LeverValues } from "../lever";
import { toNormals, type UniformDraws } from "../sampling/normal-draws";
import { createLineSampler, type LineSampler } from "./line-sampler";
import { createSampler, type Sample } from "./sampler";
import { createGradeShifter, readGrades, readStep } from "./shift-grades";
import type { UncertainLines } from "./uncertain-lines";
import type { UncertaintySpec } from "./uncertainty-spec";

/** Where the standard normal numbers of a draw belong; −1 for what does not vary. */
interface Layout {
  readonly dimensions: number;
  readonly costs: number;
  readonly ceilings: number;
  readonly inflation: number;
  readonly attendance: number;
  readonly absorption: number;
  /** First of one number a year. */
  readonly grades: number;
  /** First of one number a ceiling. */
  readonly firstCeiling: number;
  readonly firstLine: number;
}

/** Turns draws into what the evaluator takes. Room is used again at every draw. */
export interface ScenarioDrawer {
  readonly dimensions: number;
  draw(draws: UniformDraws, index: number): Perturbation;
}

export interface DrawnPlan {
  /** The plan with the scenario's levers applied. */
  readonly plan: CompiledPlan;
  readonly levers: LeverValues;
  /** The evaluator's lines: their places in `waterfall.amountWon`. */
  readonly lineAt: Int32Array;
  readonly lines: UncertainLines;
  readonly spec: UncertaintySpec;
}

/**
 * What one draw changes. Members of a group share a common factor F:
 * z = √ρ·F + √(1−ρ)·ε with independent standard normal F and ε, so that any two
 * of them have the correlation ρ before they are turned into amounts (a Gaussian
 * copula).
 */
export function createScenarioDrawer(drawn: DrawnPlan): ScenarioDrawer {
  const { plan, spec } = drawn;
  const ceilingAt = spreads(spec.ceilings.factor)
    ? [...plan.ceilingWon.entries()].flatMap(([at, won]) => (Number.isNaN(won) ? [] : [at]))
    : [];
  const baseGrades = readGrades(plan, drawn.levers);
  const variesGrades = spec.grade.lowerRatio + spec.grade.higherRatio > 0 && baseGrades.some((g) => g >= 0);
  const lineCount = spec.costs.distribution === "fixed" ? 0 : drawn.lines.at.length;
  const layout = layOut(spec, ceilingAt.length, variesGrades ? plan.years.length : 0, lineCount);
  const lineIndex = new Map(Array.from(drawn.lineAt, (at, line) => [at, line]));
  const plannedWon = Float64Array.from(drawn.lineAt, (at) => plan.waterfall.amountWon[at] ?? 0);
  const sampler = createLineSampler(
    drawn.lines,
    spec.costs.distribution,
    plannedWon,
    (at) => lineIndex.get(at) ?? -1,
  );
  const room = makeRoom(plan, layout, plannedWon.length);
  const writeCosts = prepareCosts(layout, spec, sampler, lineCount);
  const writeCeilings = prepareCeilings(plan, layout, spec, ceilingAt);
  const writeGrades = prepareGrades(plan, layout, spec, baseGrades);
  const readInflation = createSampler(spec.inflation);
  const readAttendance = createSampler(spec.attendance);
  const attend = prepareAttendance(plan.committees);
  const readAbsorption = createSampler(spec.absorption);
  return {
    dimensions: layout.dimensions,
    draw(draws, index) {
      const { normals } = room;
      draws.writeDraw(index, normals);
      toNormals(normals);
      const at = (place: number) => (place < 0 ? 0 : (normals[place] ?? 0));
      writeCosts(normals, room.lineWon);
      writeCeilings(normals, room.ceilingWon);
      writeGrades(normals, room.gradeBeforeYear);
      const committees = attend(readAttendance(at(layout.attendance)));
      const start = plan.residentRules.absorptionStartRatio;
      return {
        ...(lineCount > 0 ? { lineWon: room.lineWon } : {}),
        ...(ceilingAt.length > 0 ? { ceilingWon: room.ceilingWon } : {}),
        ...(layout.grades >= 0 ? { gradeBeforeYear: room.gradeBeforeYear } : {}),
        ...(layout.attendance >= 0 ? { committees } : {}),
        ...(layout.absorption >= 0
          ? { absorptionStartRatio: keepRatio(start * readAbsorption(at(layout.absorption))) }
          : {}),
        ...(layout.inflation >= 0
          ? {
              inflationRatio: Math.max(
                LOWEST_INFLATION,
                plan.inflationRatio + readInflation(at(layout.inflation)),
              ),
            }
          : {}),
      };
    },
  };
}

/** Prices may fall, but not by all. */
const LOWEST_INFLATION = -0.9;

const keepRatio = (value: number) => Math.min(1, Math.max(0, value));

const spreads = ({ distribution, low, high }: UncertaintySpec["inflation"]) =>
  distribution !== "fixed" && low < high;

function layOut(spec: UncertaintySpec, ceilings: number, gradeYears: number, lines: number): Layout {
  let next = 0;
  const take = (count: number) => {
    if (count === 0) return -1;
    next += count;
    return next - count;
  };
  const one = (isWanted: boolean) => take(isWanted ? 1 : 0);
  return {
    costs: one(lines > 0 && spec.costs.correlationRatio > 0),
    ceilings: one(ceilings > 0 && spec.ceilings.correlationRatio > 0),
    inflation: one(spreads(spec.inflation)),
    attendance: one(spreads(spec.attendance)),
    absorption: one(spreads(spec.absorption)),
    grades: take(gradeYears),
    firstCeiling: take(ceilings),
    firstLine: take(lines),
    dimensions: next,
  };
}

const makeRoom = (plan: CompiledPlan, { dimensions }: Layout, lineCount: number) => ({
  normals: new Float64Array(dimensions),
  lineWon: new Float64Array(lineCount),
  ceilingWon: plan.ceilingWon.slice(),
  gradeBeforeYear: new Int32Array(plan.years.length),
});

/** Lets the members of a group share their common factor, in place. */
function shareFactor(
  normals: Float64Array,
  factorAt: number,
  first: number,
  count: number,
  correlationRatio: number,
): void {
  if (factorAt < 0) return;
  const common = Math.sqrt(correlationRatio) * (normals[factorAt] ?? 0);
  const own = Math.sqrt(1 - correlationRatio);
  for (let at = first; at < first + count; at += 1) normals[at] = common + own * (normals[at] ?? 0);
}

function prepareCosts(layout: Layout, spec: UncertaintySpec, sampler: LineSampler, lineCount: number) {
  return (normals: Float64Array, lineWon: Float64Array): void => {
    if (lineCount === 0) return;
    const { correlationRatio } = spec.costs;
    const common = layout.costs < 0 ? 0 : Math.sqrt(correlationRatio) * (normals[layout.costs] ?? 0);
    const own = layout.costs < 0 ? 1 : Math.sqrt(1 - correlationRatio);
    sampler.writeLines(normals, layout.firstLine, common, own, lineWon);
  };
}

function prepareCeilings(
  plan: CompiledPlan,
  layout: Layout,
  spec: UncertaintySpec,
  ceilingAt: readonly number[],
) {
  const sample: Sample = createSampler(spec.ceilings.factor);
  return (normals: Float64Array, ceilingWon: Float64Array): void => {
    const { correlationRatio } = spec.ceilings;
    shareFactor(normals, layout.ceilings, layout.firstCeiling, ceilingAt.length, correlationRatio);
    for (const [index, at] of ceilingAt.entries())
      ceilingWon[at] = Math.round(
        (plan.ceilingWon[at] ?? 0) * sample(normals[layout.firstCeiling + index] ?? 0),
      );
  };
}

/** Attendance is told apart to a tenth of a point, so that committees need not be worked out anew for every draw. */
const ATTENDANCE_STEPS = 1_000;

/** Committees with an attendance that is higher by a shift, kept in 0…1. */
function prepareAttendance(committees: readonly CompiledCommittee[]) {
  const known = new Map<number, readonly CompiledCommittee[]>();
  return (shift: number): readonly CompiledCommittee[] => {
    const step = Math.round(shift * ATTENDANCE_STEPS);
    const before = known.get(step);
    if (before !== undefined) return before;
    const shifted = committees.map((committee) => ({
      ...committee,
      citizenAttendanceRatio: keepRatio(committee.citizenAttendanceRatio + step / ATTENDANCE_STEPS),
      officialAttendanceRatio: keepRatio(committee.officialAttendanceRatio + step / ATTENDANCE_STEPS),
    }));
    known.set(step, shifted);
    return shifted;
  };
}

function prepareGrades(plan: CompiledPlan, layout: Layout, spec: UncertaintySpec, base: readonly number[]) {
  const shift = createGradeShifter(plan);
  return (normals: Float64Array, gradeBeforeYear: Int32Array): void => {
    if (layout.grades < 0) return;
    for (const [year, grade] of base.entries()) {
      const z = normals[layout.grades + year] ?? 0;
      gradeBeforeYear[year] = shift(grade, readStep(computeNormalCdf(z), spec.grade));
    }
  };
}
