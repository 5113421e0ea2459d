/** Languages the product speaks. */
export const languages = ["en", "ko"] as const;
export type Language = (typeof languages)[number];

/** The BCP 47 tag that `Intl` and the `lang` attribute use. */
export const localeOf = (language: Language): string => (language === "ko" ? "ko-KR" : "en-GB");

/** The language that fits a locale such as `ko-KR`; English where there is none. */
export const languageOfLocale = (locale: string): Language =>
  locale.toLowerCase().startsWith("ko") ? "ko" : "en";

export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);
