import type { Language } from "../i18n/language";
import { formatMoney } from "./format-money";
import { numberFormat } from "./number-format";

export type FigureUnit = "ratio" | "won" | "tasks" | "year" | "index" | "projects" | "seats";

/** A change smaller than what is shown counts as none. */
const smallestShown: Readonly<Record<FigureUnit, number>> = {
  ratio: 0.0005,
  won: 0.5,
  tasks: 0.5,
  year: 0.5,
  index: 0.0005,
  projects: 0.05,
  seats: 0.05,
};

export type Direction = "up" | "down" | "same";

export function directionOf(difference: number, unit: FigureUnit): Direction {
  if (Math.abs(difference) < smallestShown[unit]) return "same";
  return difference > 0 ? "up" : "down";
}

/**
 * A difference to the base with its direction as a glyph, so that it reads
 * without colour: `▲ 3.1 pp`, `▼ 14`, `▲ 1.2억 원`; `=` where nothing changed.
 */
export function formatDifference(difference: number, unit: FigureUnit, language: Language): string {
  const direction = directionOf(difference, unit);
  if (direction === "same") return "=";
  return `${direction === "up" ? "▲" : "▼"} ${formatSize(Math.abs(difference), unit, language)}`;
}

function formatSize(size: number, unit: FigureUnit, language: Language): string {
  switch (unit) {
    case "ratio": {
      const points = numberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
        size * 100,
      );
      return language === "ko" ? `${points}%p` : `${points} pp`;
    }
    case "won":
      return formatMoney(size, language);
    case "index":
      return numberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(size);
    case "projects":
    case "seats":
      return numberFormat(language, { maximumFractionDigits: 1 }).format(size);
    case "tasks":
    case "year":
      return numberFormat(language, { maximumFractionDigits: 0 }).format(size);
  }
}
