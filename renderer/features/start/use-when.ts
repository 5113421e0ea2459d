import { useMemo } from "react";
import { localeOf } from "../../i18n/language";
import { useLanguage } from "../../i18n/use-language";

/** Writes an instant (ISO 8601) as people say it: the time of day today, else the date with the time. */
export function useWhen(): (instant: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const locale = localeOf(language);
    const time = new Intl.DateTimeFormat(locale, { timeStyle: "short", hourCycle: "h23" });
    const dateAndTime = new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeStyle: "short",
      hourCycle: "h23",
    });
    const today = new Date().toDateString();
    return (instant) => {
      const date = new Date(instant);
      return date.toDateString() === today ? time.format(date) : dateAndTime.format(date);
    };
  }, [language]);
}
