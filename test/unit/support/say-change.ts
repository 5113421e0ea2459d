import i18next from "i18next";
import type { ChangeLabel } from "../../../core/planfile/change-label";
import { describeChange } from "../../../renderer/engine/describe-change";
import en from "../../../renderer/i18n/en.json";
import ko from "../../../renderer/i18n/ko.json";
import { describeChangeLabel } from "../../../renderer/session/change-text";

/** What the page says that a change did. */
export async function sayChange(label: ChangeLabel | null, language: "en" | "ko"): Promise<string> {
  const i18n = await i18next.createInstance();
  await i18n.init({
    lng: language,
    resources: { en: { translation: en }, ko: { translation: ko } },
    interpolation: { escapeValue: false },
  });
  if (label === null) throw new Error("sayChange: a label is needed");
  return describeChangeLabel(describeChange(label), i18n.t, language);
}
