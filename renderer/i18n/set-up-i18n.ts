import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import ko from "./ko.json";
import type { Language } from "./language";

/** Makes texts available to `useTranslation`, in the given language. */
export async function setUpI18n(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { en: { translation: en }, ko: { translation: ko } },
    // React escapes what it renders; a second escaping would show entities.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return i18next;
}
