import type { i18n } from "i18next";
import type { Host } from "../host/host";
import type { Language } from "../i18n/language";

/** Switches the page and the system's menus and dialogs to a language, and keeps the choice for the next start. */
export async function chooseLanguage(host: Host, texts: i18n, language: Language): Promise<void> {
  await texts.changeLanguage(language);
  document.documentElement.lang = language;
  await host.setLanguage({ language });
  const read = await host.readSettings();
  if (read.ok) await host.writeSettings({ ...read.value, language });
}
