import type { TFunction } from "i18next";
import type { CommitteeProblem } from "../../../core/committee/find-committee-problems";
import type { CommitteePlan } from "./committee-plan";

/** A problem of a committee as a sentence: what is wrong and what can be done. */
export function describeProblem(problem: CommitteeProblem, plan: CommitteePlan, t: TFunction): string {
  const { type, committeeId: _id, ...figures } = problem;
  const title =
    problem.type === "size-before-ordinance"
      ? (plan.legalBasis.find(({ id }) => id === problem.legalBasisId)?.title ?? "")
      : "";
  return t(`committees.problem.${type}`, { ...figures, title });
}
