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

/**
 * Computes the curves of a committee: every size grown from the plan's
 * composition, with the officials that a lever sets. Null until the figures of
 * this revision are there.
 */
export function computeSizeCurves(committee: CommitteeRow, levers: LeverValues): SizeCurves | null {
  const { base, scenario } = committee;
  if (base === undefined || scenario === undefined) return null;
  const marks = [markSize("base", base), markSize("scenario", scenario)];
  const marked = isSameState(base, scenario) ? marks.slice(0, 1) : marks;
  const start = startOf(base.compiled, levers);
  const work = workOf(scenario.compiled);
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

function markSize(kind: MarkedSize["kind"], { compiled, outcome }: CommitteeState): MarkedSize {
  const split = { citizens: outcome.citizens, officials: outcome.officials };
  const work = workOf(compiled);
  return { kind, seats: outcome.seats, split, work, effects: describeComposition(split, work) };
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

const isSameState = (a: CommitteeState, b: CommitteeState) =>
  a.outcome.seats === b.outcome.seats &&
  a.outcome.officials === b.outcome.officials &&
  JSON.stringify(workOf(a.compiled)) === JSON.stringify(workOf(b.compiled));

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
