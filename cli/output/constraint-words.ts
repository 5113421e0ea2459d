import type { BindingConstraint } from "../../core/scenario/portfolio/optimise-portfolio";
import type { PortfolioConstraint } from "../../core/scenario/portfolio/portfolio-problem";
import type { PlanNames } from "../plan/plan-names";
import { formatNumber } from "./format-values";

const HUNDRED_MILLION_WON = 100_000_000;

/** A condition of a portfolio with codes instead of row ids. */
export function constraintJson(
  constraint: PortfolioConstraint,
  names: PlanNames,
  areaCode: (id: string) => string,
): Readonly<Record<string, unknown>> {
  switch (constraint.type) {
    case "money":
      return { type: "money", source: names.code("source", constraint.sourceId), year: constraint.year };
    case "resource":
      return {
        type: "resource",
        resource: names.code("resource", constraint.resourceId),
        year: constraint.year,
      };
    case "required":
      return { type: "required", task: names.code("task", constraint.taskId) };
    case "dependency":
      return {
        type: "dependency",
        task: names.code("task", constraint.taskId),
        predecessor: names.code("task", constraint.predecessorId),
      };
    case "exclusion":
      return {
        type: "exclusion",
        task: names.code("task", constraint.taskId),
        other: names.code("task", constraint.otherId),
      };
    case "starts":
      return { type: "starts", year: constraint.year };
    case "share":
      return { type: "share", area: areaCode(constraint.areaId) };
  }
}

/** A condition of a portfolio, in words. */
export function describeConstraint(
  constraint: PortfolioConstraint,
  names: PlanNames,
  areaCode: (id: string) => string,
): string {
  const task = (id: string) => `${names.code("task", id)} ${names.title("task", id)}`;
  switch (constraint.type) {
    case "money":
      return `Money of ${names.title("source", constraint.sourceId)} in ${constraint.year} is limited.`;
    case "resource":
      return `${names.title("resource", constraint.resourceId)} in ${constraint.year} is limited.`;
    case "required":
      return `${task(constraint.taskId)} is required by law.`;
    case "dependency":
      return `${task(constraint.taskId)} needs ${names.code("task", constraint.predecessorId)}.`;
    case "exclusion":
      return `${names.code("task", constraint.taskId)} and ${names.code("task", constraint.otherId)} exclude each other.`;
    case "starts":
      return `Only so many tasks may start in ${constraint.year}.`;
    case "share":
      return `Area ${areaCode(constraint.areaId)} gets at least its share.`;
  }
}

/** What one more of something would be worth, in words: money by 100 million won. */
export function describeBinding(
  { constraint, worthPerUnit }: BindingConstraint,
  names: PlanNames,
  areaCode: (id: string) => string,
): string {
  const gain = (units: number) =>
    `${formatNumber(Number((worthPerUnit * units).toPrecision(3)))} points of priority`;
  switch (constraint.type) {
    case "money":
      return `${names.title("source", constraint.sourceId)} ${constraint.year}: ₩100 million more would be worth about ${gain(HUNDRED_MILLION_WON)}.`;
    case "resource":
      return `${names.title("resource", constraint.resourceId)} ${constraint.year}: one more would be worth about ${gain(1)}.`;
    case "starts":
      return `Starts in ${constraint.year}: one more would be worth about ${gain(1)}.`;
    default:
      return `${describeConstraint(constraint, names, areaCode)} Without that, about ${gain(1)} more.`;
  }
}
