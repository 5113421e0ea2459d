import type { TFunction } from "i18next";
import type { PlanProblem } from "../../../core/plan/plan-problem";
import { keyCellsOf } from "../../../core/plan/row-id";
import type { CommitteePlan } from "./committee-plan";

/** Something about a committee that cannot stand, as a sentence: what is wrong and what can be done. */
export interface CommitteeProblem {
  readonly committeeId: string;
  /** The change of size that it is about; null where it is about the committee. */
  readonly year: number | null;
  readonly text: string;
}

/** What the plan's own check found about committees, in the words of this screen. */
export const listCommitteeProblems = (
  plan: CommitteePlan,
  planProblems: readonly PlanProblem[],
  t: TFunction,
): readonly CommitteeProblem[] =>
  planProblems.flatMap((problem) => {
    const { committeeId, year } = placeOf(problem);
    const words = committeeId === undefined ? undefined : wordsOf(problem, plan);
    if (committeeId === undefined || words === undefined) return [];
    const [key, figures] = words;
    return [{ committeeId, year, text: t(`committees.problem.${key}`, figures) }];
  });

/** The committee, and the year of a change of size, that a problem's cell belongs to. */
function placeOf({ at }: PlanProblem): {
  readonly committeeId: string | undefined;
  readonly year: number | null;
} {
  if (at.entity === "committee") return { committeeId: at.rowId, year: null };
  if (at.entity !== "committeeSize") return { committeeId: undefined, year: null };
  const { committeeId, year } = keyCellsOf("committeeSize", at.rowId) ?? {};
  return { committeeId: committeeId === undefined ? undefined : String(committeeId), year: Number(year) };
}

function wordsOf(
  problem: PlanProblem,
  plan: CommitteePlan,
): readonly [key: string, figures: Readonly<Record<string, string | number>>] | undefined {
  const { at } = problem;
  const size = plan.committeeSize.find(({ id }) => id === at.rowId);
  const withoutOrdinance = [
    "size-without-ordinance",
    { seats: size?.seats ?? 0, year: size?.year ?? 0 },
  ] as const;
  switch (problem.type) {
    case "size-before-ordinance": {
      const { year, legalBasisId, inForceFromYear } = problem;
      const title = plan.legalBasis.find(({ id }) => id === legalBasisId)?.title ?? "";
      return ["size-before-ordinance", { seats: size?.seats ?? 0, year, title, inForceFromYear }];
    }
    case "size-without-ordinance":
      return withoutOrdinance;
    case "reserved-above-seats": {
      const { reservedSeats, citizenSeats } = problem;
      return ["reserved-above-seats", { reservedSeats, citizenSeats }];
    }
    case "committee-without-seats":
      return ["no-seats", {}];
    case "committee-without-source":
      return ["no-source", {}];
    case "dangling-reference":
      if (at.field === "legalBasisId") return withoutOrdinance;
      return at.field === "sourceId" ? ["no-source", {}] : undefined;
    case "broken-rule": {
      const { error } = problem;
      if (error.type !== "seats-below-officials" || size === undefined) return undefined;
      return ["officials-above-seats", { year: size.year, seats: error.seats, officials: error.officials }];
    }
    default:
      return undefined;
  }
}
