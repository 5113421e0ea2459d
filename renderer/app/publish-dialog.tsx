import { Button, Group, Modal, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessionActions } from "../session/use-plan-session";

/** Says what a copy for the public leaves out, and writes it. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const [name, setName] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isWritten, setWritten] = useState(false);
  const write = async () => {
    setBusy(true);
    const isDone = await actions.publish(name.trim());
    setBusy(false);
    setWritten(isDone);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<Text fw={600}>{t("publish.title")}</Text>}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text size="sm" role="status">
        {t(isWritten ? "publish.written" : "publish.text")}
      </Text>
      {!isWritten && (
        <TextInput
          mt="sm"
          label={t("publish.name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>{t(isWritten ? "common.close" : "common.cancel")}</Button>
        {!isWritten && (
          <Button variant="filled" disabled={isBusy} onClick={() => void write()} data-autofocus>
            {t("publish.write")}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
