import { DROPPED } from "../budget/waterfall";
import { boundJointPresence } from "../committee/presence/joint-presence-bounds";
import { findNearestName } from "../plan/nearest-name";
import { err, ok, type Result } from "../result";
import {
  computeIndicators,
  createIndicatorList,
  findIndicatorParts,
  indicatorIndex,
} from "./compute-indicators";
import { EXAMPLE_GROUP_SHARE } from "./evaluate-committee";
import type { Evaluation } from "./evaluation";
import { type IndicatorDefinition, type IndicatorKey, indicatorDefinitions } from "./outcome";

/** A figure that searches may aim at: an indicator, or one of those that only searches need. */
export type MeasureKey =
  | IndicatorKey
  | "requiredTasksDropped"
  | "weakestGroupSeatedRatio"
  | "allGroupsSeatedRatio";

export interface MeasureDefinition extends Omit<IndicatorDefinition, "key"> {
  readonly key: MeasureKey;
}

/** Groups of at least this share of the population count as one that needs a seat. */
const COUNTED_GROUP_SHARE = EXAMPLE_GROUP_SHARE - 1e-12;

/**
 * All measures: the indicators in their order, then tasks required by law that
 * are dropped; the chance that the group of 5 % or more that is worst off has a
 * seat (a reserved seat is certain; without such groups one of exactly 5 %); and
 * the chance that all of them have one at least that (Fréchet's lower bound,
 * whatever their overlap).
 */
export const measureDefinitions: readonly MeasureDefinition[] = [
  ...indicatorDefinitions,
  { key: "requiredTasksDropped", unit: "tasks", better: "lower", model: "B4" },
  { key: "weakestGroupSeatedRatio", unit: "ratio", better: "higher", model: "A1" },
  { key: "allGroupsSeatedRatio", unit: "ratio", better: "higher", model: "A1" },
];

export interface UnknownMeasureError {
  readonly type: "unknown-measure";
  readonly name: string;
  readonly nearest: string | null;
}

/** The measure of this name. */
export function findMeasure(name: string): Result<MeasureDefinition, UnknownMeasureError> {
  const found = measureDefinitions.find(({ key }) => key === name);
  if (found !== undefined) return ok(found);
  const known = measureDefinitions.map(({ key }) => key);
  return err({ type: "unknown-measure", name, nearest: findNearestName(name, known) });
}

/** Reads measures off an evaluation into `into`, which has one entry a measure. */
export type ReadMeasures = (evaluation: Evaluation, into: Float64Array) => void;

/**
 * A reader of these measures, in the order asked for; NaN where the plan has
 * nothing to compute one from. What none of them follows from is not worked out.
 */
export function createMeasureReader(keys: readonly MeasureKey[]): ReadMeasures {
  const indicators = createIndicatorList();
  const parts = findIndicatorParts(keys);
  return (evaluation, into) => {
    computeIndicators(evaluation, indicators, parts);
    for (const [index, key] of keys.entries()) into[index] = readMeasure(evaluation, key, indicators);
  };
}

/** Measures of one evaluation, in the order asked for. */
export function readMeasures(evaluation: Evaluation, keys: readonly MeasureKey[]): readonly number[] {
  const values = new Float64Array(keys.length);
  createMeasureReader(keys)(evaluation, values);
  return [...values];
}

function readMeasure(evaluation: Evaluation, key: MeasureKey, indicators: Float64Array): number {
  switch (key) {
    case "requiredTasksDropped":
      return listDroppedRequired(evaluation).length;
    case "weakestGroupSeatedRatio":
      return Math.min(...readGroupPresences(evaluation));
    case "allGroupsSeatedRatio":
      return boundAll(readGroupPresences(evaluation));
    default:
      return indicators[indicatorIndex[key]] ?? Number.NaN;
  }
}

/** Indices of the tasks that a law asks for and that are dropped. */
export const listDroppedRequired = ({ plan, funding }: Evaluation): readonly number[] =>
  plan.tasks.flatMap(({ isLegallyRequired }, task) =>
    isLegallyRequired && funding.status[task] === DROPPED ? [task] : [],
  );

const boundAll = (presences: readonly number[]) =>
  presences.some(Number.isNaN) ? Number.NaN : boundJointPresence(presences).lower;

function readGroupPresences({ seated }: Evaluation): readonly number[] {
  const council = seated.councilOutcome;
  if (council === undefined) return [Number.NaN];
  const counted = council.groups.filter(({ populationRatio }) => populationRatio >= COUNTED_GROUP_SHARE);
  return counted.length === 0
    ? [council.presenceSeatedRatio]
    : counted.map(({ presenceSeatedRatio }) => presenceSeatedRatio);
}
