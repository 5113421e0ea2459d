import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BackupInfo } from "../../host/host";
import { useLanguage } from "../../i18n/use-language";
import { useSessionActions } from "../../session/use-plan-session";
import { formatNumber } from "../../ui/number-format";
import classes from "../start/file-list.module.css";
import { useWhen } from "../start/use-when";
import { useBackups } from "./use-backups";

const SHOWN_AT_FIRST = 5;
const BYTES_PER_KIBIBYTE = 1024;

interface BackupListProps {
  /** Backups of this plan, each with a button that restores it; null: of all plans, opened as copies. */
  readonly planId: string | null;
  readonly isBusy?: boolean;
  readonly onChosen?: () => void;
}

/** Earlier states of plans, newest first, each with a way back to it. */
export function BackupList({ planId, isBusy = false, onChosen }: BackupListProps) {
  const { t } = useTranslation();
  const backups = useBackups(planId);
  const [isWhole, setWhole] = useState(false);
  if (backups === undefined) return null;
  if (backups === null) return <p role="alert">{t("backups.failed")}</p>;
  if (backups.length === 0) return <p className={classes.none}>{t("backups.none")}</p>;
  const shown = isWhole ? backups : backups.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <ul className={classes.list} aria-label={t("backups.title")}>
        {shown.map((backup) => (
          <BackupRow
            key={backup.backupId}
            backup={backup}
            isOfOpenPlan={planId !== null}
            isBusy={isBusy}
            onChosen={onChosen}
          />
        ))}
      </ul>
      {shown.length < backups.length && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {t("backups.showAll", { count: backups.length })}
        </Button>
      )}
    </>
  );
}

interface BackupRowProps {
  readonly backup: BackupInfo;
  readonly isOfOpenPlan: boolean;
  readonly isBusy: boolean;
  readonly onChosen: (() => void) | undefined;
}

function BackupRow({ backup, isOfOpenPlan, isBusy, onChosen }: BackupRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actions = useSessionActions();
  const when = useWhen()(backup.createdAt);
  const { title, reason, sizeBytes } = backup;
  const size = `${formatNumber(Math.ceil(sizeBytes / BYTES_PER_KIBIBYTE), language)} KB`;
  const facts = [t(`backups.reason.${reason}`), size];
  return (
    <li className={classes.row}>
      <span className={classes.main}>
        <span className={classes.title}>{isOfOpenPlan ? when : title}</span>
        <span className={classes.detail}>{(isOfOpenPlan ? facts : [when, ...facts]).join(" · ")}</span>
      </span>
      <Button
        variant="default"
        disabled={isBusy}
        aria-label={
          isOfOpenPlan ? t("backups.restoreWhen", { when }) : t("backups.openCopyOf", { title, when })
        }
        onClick={() => {
          onChosen?.();
          void actions.restoreBackup(backup);
        }}
      >
        {t(isOfOpenPlan ? "backups.restore" : "backups.openCopy")}
      </Button>
    </li>
  );
}
