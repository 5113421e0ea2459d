import type { TFunction } from "i18next";
import type { AllocationNotice } from "../../../core/budget/allocate-pool";
import type { Outcome } from "../../../core/scenario/outcome";
import type { Language } from "../../i18n/language";
import { formatExactMoney } from "../../ui/format-money";
import { formatRatio } from "../../ui/format-ratio";
import type { DecentralisedPlan } from "./decentralised-plan";

interface Telling {
  readonly plan: DecentralisedPlan;
  readonly t: TFunction;
  readonly language: Language;
}

/** What had to be adjusted, or what leaves a figure without meaning, as sentences. */
export function describeNotices(outcome: Outcome, telling: Telling): readonly string[] {
  const { plan, t } = telling;
  const withoutPeople = plan.unit.filter(({ population }) => population === 0).map(({ title }) => title);
  const decidedWon = outcome.residents.reduce((sum, { decidedWon: won }) => sum + won, 0);
  const hasShare = [...plan.shareByYear.values()].some((share) => share > 0);
  return [
    ...(plan.unit.length === 0 ? [t("decentralised.notice.no-units")] : []),
    ...(hasShare && decidedWon === 0 ? [t("decentralised.notice.empty-pool")] : []),
    ...outcome.units.notices.map((notice) => describeNotice(notice, telling)),
    ...(withoutPeople.length > 0
      ? [
          t("decentralised.notice.without-people", {
            count: withoutPeople.length,
            units: withoutPeople.join(", "),
          }),
        ]
      : []),
  ];
}

function describeNotice(notice: AllocationNotice, { plan, t, language }: Telling): string {
  switch (notice.type) {
    case "no-units":
      return t("decentralised.notice.no-units");
    case "floors-scaled-down":
      return t("decentralised.notice.floors-scaled-down", {
        floors: formatExactMoney(notice.floorSumWon, language),
        pool: formatExactMoney(notice.poolWon, language),
      });
    case "weights-normalised":
      return t("decentralised.notice.weights-normalised", {
        sum: formatRatio(notice.weightSum, language, 2),
      });
    case "weights-all-zero":
      return t("decentralised.notice.weights-all-zero");
    case "criterion-not-applicable":
      return t("decentralised.notice.criterion-not-applicable", {
        criterion: t(`decentralised.criterion.${notice.criterion}`),
      });
    case "revenue-missing":
      return t("decentralised.notice.revenue-missing", {
        units: notice.unitIndexes.map((index) => plan.unit[index]?.title ?? "").join(", "),
      });
  }
}
