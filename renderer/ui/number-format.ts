import { type Language, localeOf } from "../i18n/language";

/** What writes numbers of one kind. */
export interface NumberWriter {
  /** With a minus sign (−, as wide as +) instead of a hyphen, and with no sign where rounding leaves nothing but 0. */
  format(value: number): string;
}

const writers = new Map<string, NumberWriter>();

/** Writes numbers as `Intl` does in a language; made once for each language and set of options: making one costs more than using it. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions): NumberWriter {
  const key = `${language}${JSON.stringify(options)}`;
  const known = writers.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(localeOf(language), { signDisplay: "negative", ...options });
  const made: NumberWriter = {
    format: (value) => (value < 0 ? withMinusSign(format.format(value)) : format.format(value)),
  };
  writers.set(key, made);
  return made;
}

/** A number that was written with a hyphen, as programs do: `-4.5` → `−4.5`. */
export const withMinusSign = (digits: string): string => digits.replace("-", "−");

/** A count or plain number: `1,250`, with at most `fractionDigits` decimals. */
export const formatNumber = (value: number, language: Language, fractionDigits = 0): string =>
  numberFormat(language, { maximumFractionDigits: fractionDigits }).format(value);
