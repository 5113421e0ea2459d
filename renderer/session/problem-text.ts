import type { TFunction } from "i18next";
import type { PlanProblem } from "../../core/plan/plan-problem";
import type { Language } from "../i18n/language";
import { formatMoney } from "../ui/format-money";
import { formatRatio } from "../ui/format-ratio";
import { type FindResourceKind, formatResourceAmount } from "./resource-amount";
import type { RowLabel } from "./row-label";

interface Telling {
  readonly t: TFunction;
  readonly language: Language;
  readonly label: RowLabel;
  readonly resourceKind: FindResourceKind;
}

/** A problem as one sentence in the page's language: what is wrong, and what happens to it meanwhile. */
export function describeProblem(problem: PlanProblem, telling: Telling): string {
  const { t, label } = telling;
  const { entity, rowId, field } = problem.at;
  const kind = t(`inspector.entity.${entity}`);
  const row = label(entity, rowId);
  return t(`problem.text.${problem.type}`, {
    // There is one plan: its row has no other name.
    name: row === kind ? kind : `${kind} ${row}`,
    entity: kind,
    field: field === null ? "" : t(`inspector.field.${field}`),
    ...parametersOf(problem, telling),
  });
}

function parametersOf(
  problem: PlanProblem,
  { t, language, label, resourceKind }: Telling,
): Record<string, string | number> {
  const money = (won: number) => formatMoney(won, language);
  switch (problem.type) {
    case "misfit-cell":
    case "dangling-reference":
    case "unit-without-people":
    case "committee-without-seats":
    case "committee-without-source":
      return {};
    case "broken-rule":
      return {
        reason: t(`problem.rule.${problem.error.type}`, {
          ...problem.error,
          ...("part" in problem.error ? { part: t(`engine.uncertain.${problem.error.part}`) } : {}),
        }),
      };
    case "duplicate-code":
      return { code: problem.code, rows: problem.rows };
    case "dependency-cycle":
      return { codes: problem.codes.join(", ") };
    case "scenario-circle":
      return { titles: problem.titles.map((title) => `“${title}”`).join(", ") };
    case "lever-without-target":
      return { scenario: label("scenario", problem.scenarioId), path: problem.path };
    case "horizon-too-long":
      return { years: problem.years, maximumYears: problem.maximumYears };
    case "amount-differs-from-cost-lines":
      return {
        task: label("task", problem.taskId),
        amount: money(problem.amountWon),
        year: problem.year,
        costLines: money(problem.costLinesWon),
      };
    case "amount-outside-task":
      return {
        task: label("task", problem.taskId),
        amount: money(problem.amountWon),
        year: problem.year,
        startYear: problem.startYear,
        endYear: problem.endYear,
      };
    case "starts-before-predecessor":
      return {
        task: label("task", problem.taskId),
        startYear: problem.startYear,
        predecessor: label("task", problem.predecessorId),
        predecessorStartYear: problem.predecessorStartYear,
      };
    case "size-without-ordinance":
      return {
        committee: label("committee", problem.committeeId),
        year: problem.year,
        seats: problem.seats,
      };
    case "size-before-ordinance":
      return {
        committee: label("committee", problem.committeeId),
        year: problem.year,
        ordinance: label("legalBasis", problem.legalBasisId),
        inForceFromYear: problem.inForceFromYear,
      };
    case "reserved-above-seats":
      return { reservedSeats: problem.reservedSeats, citizenSeats: problem.citizenSeats };
    case "unknown-grade":
      return { year: problem.year, grade: problem.gradeCode };
    case "weights-not-one":
      return { sum: formatRatio(problem.sumRatio, language) };
    case "floors-above-pool":
      return { year: problem.year, floors: money(problem.floorsWon), pool: money(problem.poolWon) };
    case "ceiling-exceeded":
      return {
        source: label("source", problem.sourceId),
        year: problem.year,
        amount: money(problem.overWon),
      };
    case "capacity-exceeded":
      return {
        resource: label("resource", problem.resourceId),
        year: problem.year,
        amount: formatResourceAmount(problem.overAmount, resourceKind(problem.resourceId), { t, language }),
      };
  }
}
