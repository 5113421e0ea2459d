import type { TFunction } from "i18next";
import type { Row } from "../../../core/plan/entities";
import type { Language } from "../../i18n/language";
import { formatExactMoney } from "../../ui/format-money";
import { formatNumber } from "../../ui/number-format";

interface Telling {
  readonly t: TFunction;
  readonly language: Language;
}

/** The basis of a cost line as budget books print it: `100,000원 × 25명 × 6회`. */
export function describeCostLine(line: Row<"costLine">, { t, language }: Telling): string {
  const { unitPriceWon, quantity, unitName, times } = line;
  return t("budget.costLines.basis", {
    price: formatExactMoney(unitPriceWon, language),
    quantity: formatNumber(quantity, language, 3),
    unitName,
    times: formatNumber(times, language, 3),
    count: times,
  });
}
