import { type Language, localeOf } from "../i18n/language";

const formats = new Map<string, Intl.NumberFormat>();

/** An `Intl.NumberFormat`, made once for each language and set of options: making one costs more than using it. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(localeOf(language), options);
  formats.set(key, made);
  return made;
}

/** A count or plain number: `1,250`, with at most `fractionDigits` decimals. */
export const formatNumber = (value: number, language: Language, fractionDigits = 0): string =>
  numberFormat(language, { maximumFractionDigits: fractionDigits }).format(value);
