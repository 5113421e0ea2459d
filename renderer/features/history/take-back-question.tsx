import { Button, Group, Modal, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface TakeBackQuestionProps {
  /** Cells of the change that were set again since. */
  readonly cells: number;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before a change is taken back that others have built on. */
export function TakeBackQuestion({ cells, onYes, onNo }: TakeBackQuestionProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onNo}
      title={<Text fw={600}>{t("history.forceTitle")}</Text>}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text size="sm">{t("history.forceText", { count: cells })}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onNo}>{t("common.cancel")}</Button>
        <Button variant="filled" onClick={onYes} data-autofocus>
          {t("history.forceYes")}
        </Button>
      </Group>
    </Modal>
  );
}
