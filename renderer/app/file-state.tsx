import { useTranslation } from "react-i18next";
import { localeOf } from "../i18n/language";
import { useLanguage } from "../i18n/use-language";
import type { OpenDocument, SessionActivity } from "../session/session-view";
import classes from "./file-state.module.css";

interface FileStateProps {
  readonly document: OpenDocument;
  readonly activity: SessionActivity | null;
}

/** Whether the work is in the file: "Saved 14:03", "3 unsaved changes". */
export function FileState({ document, activity }: FileStateProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, isDirty, isReadOnly, lastSavedAtMs, file } = document;
  const saved = () => {
    if (lastSavedAtMs === null) return t(file === null ? "frame.neverSaved" : "frame.saved");
    const clock = new Intl.DateTimeFormat(localeOf(language), {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    return t("frame.savedAt", { time: clock.format(lastSavedAtMs) });
  };
  const text =
    activity?.type === "saving"
      ? t("frame.saving")
      : isDirty
        ? t("frame.unsaved", { count: Math.abs(plan.unsavedChanges) })
        : saved();
  return (
    <>
      <span className={classes.pill} role="status" data-dirty={isDirty || undefined}>
        {text}
      </span>
      {isReadOnly && <span className={classes.pill}>{t("frame.readOnly")}</span>}
    </>
  );
}
