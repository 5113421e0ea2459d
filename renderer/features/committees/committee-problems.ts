import type { TFunction } from "i18next";
import { findCommitteeGaps } from "../../../core/committee/find-committee-gaps";
import type { PlanProblem } from "../../../core/plan/plan-problem";
import type { CommitteePlan } from "./committee-plan";

/** Something about a committee that cannot stand, as a sentence: what is wrong and what can be done. */
export interface CommitteeProblem {
  readonly committeeId: string;
  /** The change of size that it is about; null where it is about the committee. */
  readonly year: number | null;
  readonly text: string;
}

/** Everything that is wrong with the committees of a plan: what the plan's own check found, and what they lack. */
export function listCommitteeProblems(
  plan: CommitteePlan,
  planProblems: readonly PlanProblem[],
  t: TFunction,
): readonly CommitteeProblem[] {
  const found = planProblems.flatMap((problem) => describePlanProblem(problem, plan, t));
  const lacking = findCommitteeGaps(plan).map(({ type, committeeId, ...figures }) => ({
    committeeId,
    year: "year" in figures ? figures.year : null,
    text: t(`committees.problem.${type}`, { ...figures }),
  }));
  return [...found, ...lacking];
}

function describePlanProblem(problem: PlanProblem, plan: CommitteePlan, t: TFunction): CommitteeProblem[] {
  if (problem.type === "size-before-ordinance") {
    const { committeeId, year, legalBasisId, inForceFromYear } = problem;
    const size = plan.committeeSize.find((row) => row.committeeId === committeeId && row.year === year);
    const title = plan.legalBasis.find(({ id }) => id === legalBasisId)?.title ?? "";
    const figures = { seats: size?.seats ?? 0, year, title, inForceFromYear };
    return [{ committeeId, year, text: t("committees.problem.size-before-ordinance", figures) }];
  }
  if (problem.type === "reserved-above-seats") {
    const { reservedSeats, citizenSeats, at } = problem;
    const text = t("committees.problem.reserved-above-seats", { reservedSeats, citizenSeats });
    return [{ committeeId: at.rowId, year: null, text }];
  }
  return [];
}
