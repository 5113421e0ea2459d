import i18next, { type BackendModule, type i18n, type PostProcessorModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { chooseParticles } from "./choose-particles";
import { isLanguage, type Language } from "./language";

const loadTexts = {
  en: () => import("./en.json"),
  ko: () => import("./ko.json"),
} satisfies Record<Language, () => Promise<{ readonly default: object }>>;

/** Fetches the texts of a language, which are kept by the page: asking again costs nothing. */
export const fetchTexts = (language: Language): Promise<{ readonly default: object }> =>
  loadTexts[language]();

/** Fetches the texts of a language when it is first spoken. */
const languageFiles: BackendModule = {
  type: "backend",
  init: () => {},
  read: (language, _namespace, callback) => {
    if (!isLanguage(language)) return callback(new Error(`no texts in ${language}`), false);
    fetchTexts(language).then(
      (file) => callback(null, file.default),
      (error: unknown) => callback(error instanceof Error ? error : String(error), false),
    );
  },
};

/** Only once the gaps of a text are filled is it known which particles go with them. */
const koreanParticles = {
  type: "postProcessor",
  name: "korean-particles",
  process: chooseParticles,
} satisfies PostProcessorModule;

/**
 * Makes texts available to `useTranslation`, in the given language. Another is
 * fetched before the page changes to it; `also` are there from the start. Both
 * language files are complete, so none stands in for the other.
 */
export async function setUpI18n(language: Language, also: readonly Language[] = []): Promise<i18n> {
  await i18next
    .use(initReactI18next)
    .use(languageFiles)
    .use(koreanParticles)
    .init({
      lng: language,
      preload: [...also],
      fallbackLng: false,
      // React escapes what it renders; a second escaping would show entities.
      interpolation: { escapeValue: false },
      postProcess: [koreanParticles.name],
      returnNull: false,
    });
  return i18next;
}
