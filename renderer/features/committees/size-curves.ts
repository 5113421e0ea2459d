import {
  type CommitteeWork,
  type CompositionEffects,
  type DrawnPresence,
  describeComposition,
  describeDrawnPresence,
  describeSizeEffects,
  describeSpeakingTime,
  type SizeEffects,
  type SpeakingTime,
} from "../../../core/committee/describe-size-effects";
import { listCurveSizes } from "../../../core/committee/list-curve-sizes";
import type { NewSeatsRule, SeatSplit } from "../../../core/committee/split-seats";
import type { CompiledCommittee } from "../../../core/scenario/compiled-plan";
import { type LeverValues, numberOr } from "../../../core/scenario/lever";
import type { CommitteeRow, CommitteeState } from "./committee-plan";

/** A marked size: whose it is, and what its own composition does. */
export interface MarkedSize {
  readonly kind: "base" | "scenario";
  readonly seats: number;
  readonly split: SeatSplit;
  readonly work: CommitteeWork;
  readonly effects: CompositionEffects;
}

/** What sizes from 10 to 200 would do under the active scenario's way of working. */
export interface SizeCurves {
  readonly sizes: readonly number[];
  readonly work: CommitteeWork;
  readonly effects: readonly SizeEffects[];
  /** The curves' figures at the marked sizes, odd ones included. */
  readonly markedEffects: readonly SizeEffects[];
  /** The plan, then the scenario where its committee is another. */
  readonly marked: readonly MarkedSize[];
}

/** All that the curves of a committee depend on. */
export interface CurveInputs {
  /** The composition that a change of size starts from. */
  readonly start: { readonly seats: number; readonly officials: number };
  readonly base: SizeState;
  readonly scenario: SizeState;
}

/** A committee's composition and way of working. */
interface SizeState {
  readonly split: SeatSplit;
  readonly work: CommitteeWork;
}

/**
 * What goes into the curves: every size is grown from the plan's composition,
 * with the officials that a lever sets. Null until the figures of this revision
 * are there.
 */
export function readCurveInputs({ base, scenario }: CommitteeRow, levers: LeverValues): CurveInputs | null {
  if (base === undefined || scenario === undefined) return null;
  return { start: startOf(base.compiled, levers), base: readState(base), scenario: readState(scenario) };
}

const readState = ({ compiled, outcome }: CommitteeState): SizeState => ({
  split: { citizens: outcome.citizens, officials: outcome.officials },
  work: workOf(compiled),
});

/** Computes the curves of a committee, with the plan's size and the scenario's marked. */
export function computeSizeCurves({ start, base, scenario }: CurveInputs): SizeCurves {
  const marks = [markSize("base", base), markSize("scenario", scenario)];
  const isSame = JSON.stringify(base) === JSON.stringify(scenario);
  const marked = isSame ? marks.slice(0, 1) : marks;
  const { work } = scenario;
  const markedSizes = [...new Set(marked.map(({ seats }) => seats))].filter((seats) => seats > 0);
  const sizes = listCurveSizes(markedSizes);
  return {
    sizes,
    work,
    effects: describeSizeEffects(sizes, start, work),
    markedEffects: describeSizeEffects(markedSizes, start, work),
    marked,
  };
}

function startOf({ code, sizes }: CompiledCommittee, levers: LeverValues) {
  const [first] = sizes;
  return {
    seats: first?.seats ?? 0,
    officials: numberOr(levers[`committee.${code}.officials`], first?.officials ?? 0),
  };
}

function markSize(kind: MarkedSize["kind"], { split, work }: SizeState): MarkedSize {
  const seats = split.citizens + split.officials;
  return { kind, seats, split, work, effects: describeComposition(split, work) };
}

const workOf = (compiled: CompiledCommittee): CommitteeWork => ({
  subcommittees: compiled.subcommittees,
  plenariesPerYear: compiled.plenariesPerYear,
  subcommitteeRoundsPerYear: compiled.subcommitteeRoundsPerYear,
  allowanceWon: compiled.allowanceWon,
  officialHours: compiled.officialHours,
  officialHourlyWageWon: compiled.officialHourlyWageWon,
  fixedCostWon: compiled.fixedCostWon,
  fixedCostSubcommitteeWon: compiled.fixedCostSubcommitteeWon,
  citizenAttendanceRatio: compiled.citizenAttendanceRatio,
  officialAttendanceRatio: compiled.officialAttendanceRatio,
});

/** Curves of a group's presence by random draw. */
export function computePresenceCurves(
  curves: SizeCurves,
  groupRatio: number,
): { readonly points: readonly DrawnPresence[]; readonly marked: readonly DrawnPresence[] } {
  const { sizes, work, marked } = curves;
  return {
    points: describeDrawnPresence(sizes, groupRatio, work.citizenAttendanceRatio),
    marked: marked.flatMap((mark) =>
      describeDrawnPresence([mark.seats], groupRatio, mark.work.citizenAttendanceRatio),
    ),
  };
}

/** Talking time over sizes, new seats to citizens. */
export function computeTalkCurves(
  { effects, work, marked }: SizeCurves,
  meetingMinutes: number,
  overheadMinutes: number,
): {
  readonly points: readonly (SpeakingTime & { readonly seats: number })[];
  readonly marked: readonly SpeakingTime[];
} {
  return {
    points: effects.map(({ seats, byRule }) => ({
      seats,
      ...describeSpeakingTime(byRule.citizens, work, meetingMinutes, overheadMinutes),
    })),
    marked: marked.map((mark) =>
      describeSpeakingTime(mark.split, mark.work, meetingMinutes, overheadMinutes),
    ),
  };
}

/** One figure of both rules over sizes, for a chart. */
export const listRulePoints = (
  effects: readonly SizeEffects[],
  read: (effects: CompositionEffects) => number,
): readonly ({ readonly seats: number } & Readonly<Record<NewSeatsRule, number>>)[] =>
  effects.map(({ seats, byRule }) => ({
    seats,
    citizens: read(byRule.citizens),
    proportional: read(byRule.proportional),
  }));
