import { DROPPED, FUNDED } from "../../budget/waterfall";
import { err, ok, type Result } from "../../result";
import { applyScenario } from "../applied-scenario";
import type { CompiledPlan } from "../compiled-plan";
import { computeIndicators } from "../compute-indicators";
import type { Evaluation } from "../evaluation";
import { createEvaluator, NUMBERS_ONLY } from "../evaluator";
import type { LeverValues } from "../lever";
import { indicatorDefinitions } from "../outcome";
import { canSample, createUniformDraws, type SamplingMethod } from "../sampling/normal-draws";
import { MAXIMUM_SOBOL_DIMENSIONS } from "../sampling/sobol-sequence";
import { createScenarioDrawer } from "./draw-scenario";
import { pickVaryingLines, type UncertainLines } from "./uncertain-lines";
import type { UncertaintySpec } from "./uncertainty-spec";

/** A simulation of a scenario; plain data that can be sent to a worker. */
export interface DrawsJob {
  readonly compiled: CompiledPlan;
  readonly levers: LeverValues;
  readonly lines: UncertainLines;
  readonly spec: UncertaintySpec;
  readonly method: SamplingMethod;
  readonly draws: number;
  /** 0 … 2³² − 1. */
  readonly seed: number;
}

/** What the draws `from` ≤ draw < `to` came to. Counts are of draws. */
export interface DrawsPart {
  readonly from: number;
  readonly to: number;
  /** One row of all indicators a draw; NaN where there is nothing to compute one from. */
  readonly indicators: Float64Array;
  /** By task: funded in full and on time; carried out at all. */
  readonly tasksFunded: Uint32Array;
  readonly tasksStarted: Uint32Array;
  /** By `source · years + year`: all that is planned costs more than the ceiling. */
  readonly ceilingsExceeded: Uint32Array;
}

/** More uncertain numbers than the Sobol sequence has dimensions. */
export interface TooManyForSobolError {
  readonly type: "too-many-for-sobol";
  readonly uncertain: number;
  readonly maximum: number;
}

/** A simulation that is ready to run in parts. */
export interface PreparedDraws {
  /** How many uncertain numbers each draw takes. */
  readonly dimensions: number;
  run(from: number, to: number): DrawsPart;
}

/**
 * Prepares a simulation. Draw i depends on the job and i alone: parts can be run
 * in any order, anywhere, and put together are the same to the last bit. Jobs on
 * one plan may share an evaluator, one after another.
 */
export function prepareDraws(
  job: DrawsJob,
  evaluator = createEvaluator(job.compiled),
): Result<PreparedDraws, TooManyForSobolError> {
  const scenario = applyScenario(job.compiled, job.levers);
  const { levers, lines, spec, method, draws, seed } = job;
  const drawer = createScenarioDrawer({
    plan: scenario.plan,
    levers,
    lineAt: evaluator.findLinePlaces(),
    lines: pickVaryingLines(lines, spec.costs),
    spec,
  });
  const { dimensions } = drawer;
  if (!canSample(method, dimensions))
    return err({ type: "too-many-for-sobol", uncertain: dimensions, maximum: MAXIMUM_SOBOL_DIMENSIONS });
  const points = createUniformDraws(method, Math.max(1, dimensions), draws, seed);
  return ok({
    dimensions,
    run(from, to) {
      const part = createPart(job.compiled, from, to);
      const width = indicatorDefinitions.length;
      for (let index = from; index < to; index += 1) {
        const evaluation = evaluator.evaluate(scenario, drawer.draw(points, index), NUMBERS_ONLY);
        const first = (index - from) * width;
        computeIndicators(evaluation, part.indicators.subarray(first, first + width));
        countTasks(evaluation, part);
        countCeilings(evaluation, part.ceilingsExceeded);
      }
      return part;
    },
  });
}

const createPart = ({ tasks, ceilingWon }: CompiledPlan, from: number, to: number): DrawsPart => ({
  from,
  to,
  indicators: new Float64Array((to - from) * indicatorDefinitions.length),
  tasksFunded: new Uint32Array(tasks.length),
  tasksStarted: new Uint32Array(tasks.length),
  ceilingsExceeded: new Uint32Array(ceilingWon.length),
});

function countTasks({ funding }: Evaluation, { tasksFunded, tasksStarted }: DrawsPart): void {
  for (let task = 0; task < tasksFunded.length; task += 1) {
    const status = funding.status[task];
    if (status === FUNDED) tasksFunded[task] = (tasksFunded[task] ?? 0) + 1;
    if (status !== DROPPED) tasksStarted[task] = (tasksStarted[task] ?? 0) + 1;
  }
}

function countCeilings({ plan, committeeWon, pool, plannedWon }: Evaluation, exceeded: Uint32Array): void {
  for (let at = 0; at < exceeded.length; at += 1) {
    const neededWon = (committeeWon[at] ?? 0) + (pool.displacedWon[at] ?? 0) + (plannedWon[at] ?? 0);
    // Never true where there is no ceiling (NaN).
    if (neededWon > (plan.ceilingWon[at] ?? Number.NaN)) exceeded[at] = (exceeded[at] ?? 0) + 1;
  }
}
