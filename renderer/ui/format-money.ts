import type { Language } from "../i18n/language";
import { type MoneyUnit, shownFractionDigits, wonPerUnit } from "./money-unit";
import { numberFormat } from "./number-format";

const MILLION = 1_000_000;
const TEN_THOUSAND = 10_000;

/**
 * Money with its unit, short enough for a tile: `12.3억 원`, `3,400만 원` in
 * Korean; `₩1,230 million`, `₩0.5 million` in English. Amounts too small for
 * those units are written out. No line ends between an amount and its unit.
 */
export function formatMoney(won: number, language: Language): string {
  const size = Math.abs(won);
  if (language === "ko") {
    if (size < TEN_THOUSAND) return `${numberFormat("ko", { maximumFractionDigits: 0 }).format(won)}원`;
    const options = {
      notation: "compact",
      maximumFractionDigits: 1,
      useGrouping: true,
    } as const;
    return `${numberFormat("ko", options).format(won)}\u00a0원`;
  }
  if (size < MILLION / 10) return formatExactMoney(won, "en");
  const fractionDigits = size < 100 * MILLION ? 1 : 0;
  const millions = numberFormat("en", { maximumFractionDigits: fractionDigits }).format(size / MILLION);
  return `${won < 0 ? "−" : ""}₩${millions}\u00a0million`;
}

/** Every won: `1,230,000,000원`, `₩1,230,000,000`. */
export function formatExactMoney(won: number, language: Language): string {
  const digits = numberFormat(language, { maximumFractionDigits: 0 }).format(Math.abs(won));
  const sign = won < 0 ? "−" : "";
  return language === "ko" ? `${sign}${digits}원` : `${sign}₩${digits}`;
}

/** A grid cell: the number alone, rounded to what the unit shows; the unit stands in the header. */
export function formatInUnit(won: number, unit: MoneyUnit, language: Language): string {
  const fractionDigits = shownFractionDigits[unit];
  return numberFormat(language, {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(won / wonPerUnit[unit]);
}

/** What an editor starts from: the exact amount in the unit, without grouping (`1234.567`). */
export function editableInUnit(won: number, unit: MoneyUnit): string {
  const zeros = String(wonPerUnit[unit]).length - 1;
  const digits = String(Math.abs(won)).padStart(zeros + 1, "0");
  const whole = digits.slice(0, -zeros);
  const fraction = digits.slice(-zeros).replace(/0+$/, "");
  return `${won < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
