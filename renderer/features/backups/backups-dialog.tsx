import { Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { BackupList } from "./backup-list";

interface BackupsDialogProps {
  readonly planId: string;
  readonly onClose: () => void;
}

/** The backups of the open plan. Choosing one closes the dialog, so that the question stands alone. */
export function BackupsDialog({ planId, onClose }: BackupsDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{t("backups.title")}</Text>}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text size="sm" mb="sm">
        {t("backups.textOfPlan")}
      </Text>
      <BackupList planId={planId} onChosen={onClose} />
    </Modal>
  );
}
