import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/panel";
import { BackupList } from "./backup-list";
import { useBackups } from "./use-backups";

/** The backups of all plans, on the start screen; nothing while there are none. */
export function BackupsPanel({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useTranslation();
  const backups = useBackups(null);
  if (backups === undefined || backups === null || backups.length === 0) return null;
  return (
    <Panel title={t("backups.title")} subtitle={t("backups.text")}>
      <BackupList planId={null} isBusy={isBusy} />
    </Panel>
  );
}
