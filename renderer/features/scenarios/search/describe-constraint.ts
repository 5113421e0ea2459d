import type { TFunction } from "i18next";
import type { BindingConstraint } from "../../../../core/scenario/portfolio/optimise-portfolio";
import type { PortfolioConstraint } from "../../../../core/scenario/portfolio/portfolio-problem";
import type { Language } from "../../../i18n/language";
import { numberFormat } from "../../../ui/number-format";
import type { RowNames } from "../row-names";

export interface ConstraintTelling {
  readonly names: RowNames;
  readonly areaTitle: (id: string) => string;
  readonly t: TFunction;
  readonly language: Language;
}

const HUNDRED_MILLION_WON = 100_000_000;

/** A condition of a portfolio, in words. */
export function describeConstraint(
  constraint: PortfolioConstraint,
  { names, areaTitle, t }: ConstraintTelling,
): string {
  switch (constraint.type) {
    case "money":
      return t("engine.portfolio.money", {
        source: names.source(constraint.sourceId),
        year: constraint.year,
      });
    case "resource":
      return t("engine.portfolio.resource", {
        resource: names.resource(constraint.resourceId),
        year: constraint.year,
      });
    case "required":
      return t("engine.portfolio.required", { task: names.task(constraint.taskId) });
    case "dependency":
      return t("engine.portfolio.dependency", {
        task: names.task(constraint.taskId),
        predecessor: names.taskCode(constraint.predecessorId),
      });
    case "exclusion":
      return t("engine.portfolio.exclusion", {
        task: names.taskCode(constraint.taskId),
        other: names.taskCode(constraint.otherId),
      });
    case "starts":
      return t("engine.portfolio.starts", { year: constraint.year });
    case "share":
      return t("engine.portfolio.share", { area: areaTitle(constraint.areaId) });
  }
}

/** A condition that holds the value down, and what one more of it would be worth: money by 100 million won. */
export function describeBinding(
  { constraint, worthPerUnit }: BindingConstraint,
  telling: ConstraintTelling,
): string {
  const { t, language } = telling;
  const isMoney = constraint.type === "money";
  const worth = worthPerUnit * (isMoney ? HUNDRED_MILLION_WON : 1);
  const gain = numberFormat(language, { maximumSignificantDigits: 2 }).format(worth);
  const what = describeConstraint(constraint, telling);
  switch (constraint.type) {
    case "money":
      return t("engine.portfolio.worthMoney", { what, gain });
    case "resource":
    case "starts":
      return t("engine.portfolio.worthOne", { what, gain });
    default:
      return t("engine.portfolio.worthWithout", { what, gain });
  }
}
