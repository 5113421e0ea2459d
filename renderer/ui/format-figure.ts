import type { Language } from "../i18n/language";
import type { FigureUnit } from "./format-difference";
import { formatMoney } from "./format-money";
import { formatRatio } from "./format-ratio";
import { formatNumber, numberFormat } from "./number-format";

/** A figure in its unit; an en dash where there is nothing to compute it from. */
export function formatFigure(value: number | null, unit: FigureUnit, language: Language): string {
  if (value === null || !Number.isFinite(value)) return "–";
  switch (unit) {
    case "ratio":
      return formatRatio(value, language, 1, 1);
    case "won":
      return formatMoney(value, language);
    case "tasks":
      return formatNumber(value, language);
    case "projects":
    case "seats":
      return formatNumber(value, language, 1);
    case "year":
      return String(value);
    case "index":
      return numberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(value);
  }
}
