import type { TFunction } from "i18next";
import type { BindingLimit, IndicatorDefinition, Outcome, TaskReason } from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import { formatResourceAmount } from "../../session/resource-amount";
import { formatMoney } from "../../ui/format-money";
import { formatNumber } from "../../ui/number-format";
import { shortenText } from "../../ui/shorten-text";
import type { RowNames } from "./row-names";

export interface LimitSentence {
  readonly binds: boolean;
  /** The limit by name: "Binding limit: City money in 2028." */
  readonly head: string;
  readonly rest: string;
  /** There is nothing yet that a limit could stop. */
  readonly isEmpty?: boolean;
}

interface Telling {
  readonly names: RowNames;
  readonly t: TFunction;
  readonly language: Language;
}

/** What stops more from being done, the first limit first; when nothing does, what comes closest to it. */
export function describeLimits(
  outcome: Outcome,
  telling: Telling,
): readonly [LimitSentence, ...LimitSentence[]] {
  const [first, ...others] = outcome.bindingLimits.flatMap((limit, index) => {
    const sentence = describeLimit(limit, index === 0 ? "limit.label" : "limit.also", telling);
    return sentence === null ? [] : [sentence];
  });
  return first === undefined ? [describeNoLimit(outcome, telling)] : [first, ...others];
}

/** Which kinds of limits hold figures of a model where they are. */
const LIMITS_OF_MODEL: Readonly<Record<string, readonly BindingLimit["type"][]>> = {
  A1: ["law"],
  A5: ["law"],
  A7: ["law"],
  A9: ["law"],
  B3: [],
  B4: ["money", "resource"],
  B5: [],
  B7: ["residents", "resource"],
};

/** What holds a figure where it is, in words: only limits that have to do with it. */
export function listFigureLimits(
  { model }: Pick<IndicatorDefinition, "model">,
  outcome: Outcome,
  telling: Telling,
): readonly string[] {
  return outcome.bindingLimits
    .filter(({ type }) => LIMITS_OF_MODEL[model]?.includes(type))
    .flatMap((limit, index) => {
      const sentence = describeLimit(limit, index === 0 ? "limit.label" : "limit.also", telling);
      return sentence === null ? [] : [`${sentence.head} ${sentence.rest}`];
    });
}

function describeLimit(
  limit: BindingLimit,
  label: string,
  { names, t, language }: Telling,
): LimitSentence | null {
  const sentence = (what: string, rest: string): LimitSentence => ({
    binds: true,
    head: t(label, { what }),
    rest,
  });
  switch (limit.type) {
    case "none":
      return null;
    case "money":
      return sentence(
        t("limit.money", { source: names.source(limit.sourceId), year: limit.year }),
        t("limit.moneySentence", {
          task: names.task(limit.taskId),
          amount: formatMoney(limit.shortWon, language),
          count: limit.waitingTasks,
        }),
      );
    case "resource":
      return sentence(
        t("limit.resource", { resource: names.resource(limit.resourceId), year: limit.year }),
        t("limit.resourceSentence", {
          task: names.task(limit.taskId),
          amount: formatShortage(limit, { names, t, language }),
          count: limit.waitingTasks,
        }),
      );
    case "residents":
      return sentence(
        t(`limit.residents.${limit.limit}`, { year: limit.year }),
        t("limit.residentsSentence", {
          byMoney: formatNumber(limit.projectsByMoney, language, 1),
          projects: formatNumber(limit.projects, language, 1),
          unspent: formatMoney(limit.unspentWon, language),
        }),
      );
    case "law":
      return sentence(
        t("limit.law"),
        t("limit.lawSentence", { committee: names.committee(limit.committeeId), year: limit.year }),
      );
  }
}

function describeNoLimit(outcome: Outcome, { names, t, language }: Telling): LimitSentence {
  if (outcome.tasks.length === 0)
    return { binds: false, isEmpty: true, head: t("limit.noTasks"), rest: t("limit.noTasksSentence") };
  if (!hasCeilings(outcome))
    return { binds: false, isEmpty: true, head: t("limit.noCeilings"), rest: t("limit.noCeilingsSentence") };
  const tightest = findTightest(outcome);
  const left =
    tightest === null
      ? ""
      : ` ${t("limit.tightest", {
          source: names.source(tightest.sourceId),
          year: tightest.year,
          amount: formatMoney(tightest.headroomWon, language),
        })}`;
  return { binds: false, head: t("limit.none"), rest: `${t("limit.noneSentence")}${left}` };
}

/** Whether any source has a ceiling in any year; without one no money can run short. */
export const hasCeilings = ({ byYear }: Pick<Outcome, "byYear">): boolean =>
  byYear.some(({ sources }) => sources.some(({ hasCeiling }) => hasCeiling));

/** The source and year with the smallest part of its ceiling left. */
export function findTightest(outcome: Outcome) {
  const candidates = outcome.byYear.flatMap(({ year, sources }) =>
    sources
      .filter((source) => source.hasCeiling && source.ceilingWon > 0)
      .map(({ sourceId, headroomWon, ceilingWon }) => ({ year, sourceId, headroomWon, ceilingWon })),
  );
  return candidates.reduce<(typeof candidates)[number] | null>(
    (least, next) =>
      least === null || next.headroomWon / next.ceilingWon < least.headroomWon / least.ceilingWon
        ? next
        : least,
    null,
  );
}

/** What is missing of a resource, in what it is counted in: "0.5 posts". */
function formatShortage(
  { resourceId, shortAmount }: { readonly resourceId: string; readonly shortAmount: number },
  { names, t, language }: Telling,
): string {
  return formatResourceAmount(shortAmount, names.resourceKind(resourceId), { t, language });
}

/** How long a name may be in a reason, which stands in narrow columns. */
const LETTERS_IN_REASON = 40;

/** Why a task is not funded as planned, in words. */
export function describeReason(reason: TaskReason, { names, t, language }: Telling): string {
  switch (reason.type) {
    case "ceiling":
      return t("reason.ceiling", {
        source: shortenText(names.source(reason.sourceId), LETTERS_IN_REASON),
        year: reason.year,
        amount: formatMoney(reason.shortWon, language),
      });
    case "resource":
      return t("reason.resource", {
        resource: shortenText(names.resource(reason.resourceId), LETTERS_IN_REASON),
        year: reason.year,
        amount: formatShortage(reason, { names, t, language }),
      });
    case "predecessor":
      return t("reason.predecessor", { task: names.taskCode(reason.taskId) });
  }
}
