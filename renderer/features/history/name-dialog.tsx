import { Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface NameDialogProps {
  readonly title: string;
  readonly initial: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for the name of a version. */
export function NameDialog({ title, initial, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  const isEmpty = name.trim() === "";
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isEmpty) return;
          onName(name.trim());
          onClose();
        }}
      >
        <TextInput
          label={t("history.versionName")}
          placeholder={t("history.versionPlaceholder")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button variant="filled" type="submit" disabled={isEmpty}>
            {t("history.keep")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
