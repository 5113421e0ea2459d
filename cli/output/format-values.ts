import type { IndicatorDefinition } from "../../core/scenario/outcome";

const MILLION = 1_000_000;
const MINUS = "−";

/** `₩1,230 million`, `₩35.5 million`; below one million every won is written. */
export function formatWon(won: number): string {
  const size = Math.abs(won);
  const sign = won < 0 ? MINUS : "";
  if (size < MILLION) return `${sign}₩${groupDigits(size, 0)}`;
  return `${sign}₩${groupDigits(size / MILLION, size < 100 * MILLION ? 1 : 0)} million`;
}

/** Every won, in millions from one million on: `₩412.5 million`. */
const formatExactWon = (won: number): string =>
  Math.abs(won) < MILLION
    ? formatWon(won)
    : `${won < 0 ? MINUS : ""}₩${groupDigits(Math.abs(won) / MILLION, 6)} million`;

/** `56.7 %`. */
export const formatRatio = (ratio: number): string => `${groupDigits(ratio * 100, 1)} %`;

/** Any number with up to six digits after the point. */
export const formatNumber = (value: number): string =>
  Number.isFinite(value) ? groupDigits(value, 6).replace("-", MINUS) : "no number";

type Unit = IndicatorDefinition["unit"];

/** An indicator's value in its unit; a dash where there is nothing to compute it from. */
export function formatIndicator(value: number | null, unit: Unit): string {
  if (value === null) return "–";
  switch (unit) {
    case "ratio":
      return formatRatio(value);
    case "won":
      return formatWon(value);
    case "index":
      return value.toFixed(3);
    case "tasks":
      return groupDigits(value, 0);
    case "projects":
    case "seats":
      return groupDigits(value, 2);
    case "year":
      return String(value);
  }
}

/** How far a value is from the one it is compared with, with its sign: `+18.5 points`, `−₩240 million`. */
export function formatDifference(value: number | null, against: number | null, unit: Unit): string {
  if (value === null || against === null) return value === against ? "" : "–";
  const difference = value - against;
  if (Math.abs(difference) < 1e-12) return "";
  const sign = difference < 0 ? MINUS : "+";
  const size = Math.abs(difference);
  switch (unit) {
    case "ratio":
      return `${sign}${groupDigits(size * 100, 1)} points`;
    case "won":
      return `${sign}${formatWon(size)}`;
    case "index":
      return `${sign}${size.toFixed(3)}`;
    case "tasks":
    case "projects":
    case "seats":
      return `${sign}${groupDigits(size, 2)}`;
    case "year":
      return `${sign}${size} ${size === 1 ? "year" : "years"}`;
  }
}

/** A lever's or a cell's value in its unit. */
export function formatLeverValue(value: number | string | boolean, unit: string): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  if (unit === "ratio") return `${groupDigits(value * 100, 3)} %`;
  if (unit === "won") return formatExactWon(value);
  return unit === "year" ? String(value) : formatNumber(value);
}

/** `3 tasks`, `1 task`. */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${groupDigits(count, 0)} ${count === 1 ? one : many}`;

function groupDigits(value: number, fractionDigits: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: fractionDigits });
}
