import { useMemo } from "react";
import { localeOf } from "../i18n/language";
import { useLanguage } from "../i18n/use-language";

/** How moments are written: day and time, the day alone, the time alone. */
export interface MomentTexts {
  readonly full: (atMs: number) => string;
  readonly day: (atMs: number) => string;
  readonly time: (atMs: number) => string;
}

export function useMoment(): MomentTexts {
  const language = useLanguage();
  return useMemo(() => {
    const locale = localeOf(language);
    const full = new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeStyle: "short",
      hourCycle: "h23",
    });
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "full" });
    const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    return {
      full: (atMs) => full.format(atMs),
      day: (atMs) => day.format(atMs),
      time: (atMs) => time.format(atMs),
    };
  }, [language]);
}
