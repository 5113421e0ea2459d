import "@mantine/core/styles.css";
import "./ui/theme/fonts.css";
import "./ui/theme/tokens.css";
import "./ui/theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app";
import { readPreferences } from "./app/preferences";
import { openHost } from "./host/open-host";
import { languageOfLocale } from "./i18n/language";
import { fetchTexts, setUpI18n } from "./i18n/set-up-i18n";
import { restoreInspector } from "./session/inspector-visibility";

async function startPage(): Promise<void> {
  // Most likely the language that is spoken; fetched while the host is opened.
  void fetchTexts(languageOfLocale(navigator.language));
  const host = await openHost();
  const settings = await host.readSettings();
  const preferences = readPreferences(settings.ok ? settings.value : {}, host.environment.locale);
  restoreInspector(settings.ok ? settings.value : {});
  await setUpI18n(preferences.language);
  document.documentElement.lang = preferences.language;
  void host.setLanguage({ language: preferences.language });
  const root = document.getElementById("root");
  if (root === null) throw new Error("startPage: the page has no #root");
  createRoot(root).render(
    <StrictMode>
      <App host={host} preferences={preferences} />
    </StrictMode>,
  );
}

void startPage();
