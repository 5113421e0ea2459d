import { Button, CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./notice.module.css";

interface NoticeProps {
  readonly tone: "info" | "problem";
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly onClose: () => void;
}

/** One line under a toolbar that says what just happened and what can be done about it. */
export function Notice({ tone, text, action, onClose }: NoticeProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.notice} data-tone={tone} role={tone === "problem" ? "alert" : "status"}>
      <span>{text}</span>
      {action !== undefined && (
        <Button size="compact-xs" variant="subtle" onClick={action.run}>
          {action.label}
        </Button>
      )}
      <CloseButton size="xs" aria-label={t("common.close")} onClick={onClose} className={classes.close} />
    </div>
  );
}
