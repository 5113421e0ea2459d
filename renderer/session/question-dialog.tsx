import { Button, Group, Modal, Text } from "@mantine/core";
import type { TFunction } from "i18next";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CopyRelation } from "../../core/planfile/relate-versions";
import type { SessionQuestion } from "./session-view";

/** A question of the session as a dialog. Escape and the close button mean Cancel. */
export function QuestionDialog({ question }: { readonly question: SessionQuestion }) {
  const { t } = useTranslation();
  switch (question.type) {
    case "unsaved-changes":
      return (
        <Dialog
          title={t("file.unsavedTitle", { title: question.title })}
          text={t("file.unsavedText", { count: question.unsavedChanges })}
          onCancel={() => question.answer("cancel")}
        >
          <Button onClick={() => question.answer("discard")} color="red" variant="subtle">
            {t("file.discard")}
          </Button>
          <CancelButton onClick={() => question.answer("cancel")} />
          <Button onClick={() => question.answer("save")} variant="filled" data-autofocus>
            {t("file.save")}
          </Button>
        </Dialog>
      );
    case "locked":
      return (
        <Dialog
          title={t("file.lockedTitle", { fileName: question.fileName })}
          text={
            question.holder === null
              ? t("file.lockedTextUnknown")
              : t("file.lockedText", {
                  computer: question.holder.computer,
                  since: new Date(question.holder.since),
                })
          }
          onCancel={() => question.answer("cancel")}
        >
          <Button onClick={() => question.answer("take-over")} color="red" variant="subtle">
            {t("file.takeOver")}
          </Button>
          <CancelButton onClick={() => question.answer("cancel")} />
          <Button onClick={() => question.answer("read-only")} variant="filled" data-autofocus>
            {t("file.openReadOnly")}
          </Button>
        </Dialog>
      );
    case "stale-file":
      return (
        <Dialog
          title={t("file.staleTitle", { fileName: question.fileName })}
          text={t(question.canMerge ? "file.staleText" : "file.staleTextNoMerge")}
          onCancel={() => question.answer("cancel")}
        >
          <CancelButton onClick={() => question.answer("cancel")} />
          <Button
            onClick={() => question.answer("save-as")}
            {...(question.canMerge ? {} : { variant: "filled", "data-autofocus": true })}
          >
            {t("file.saveAs")}
          </Button>
          {question.canMerge && (
            <Button onClick={() => question.answer("merge")} variant="filled" data-autofocus>
              {t("file.compareAndMerge")}
            </Button>
          )}
        </Dialog>
      );
    case "other-file":
      return (
        <Dialog
          title={t("merge.otherTitle", { name: question.fileName })}
          text={describeRelation(t, question.relation)}
          onCancel={() => question.answer("cancel")}
        >
          <Button onClick={() => question.answer("open")} variant="subtle">
            {t("merge.otherOpen")}
          </Button>
          <CancelButton onClick={() => question.answer("cancel")} />
          <Button
            onClick={() => question.answer("compare")}
            {...(question.canMerge ? {} : { variant: "filled", "data-autofocus": true })}
          >
            {t("merge.otherCompare")}
          </Button>
          {question.canMerge && (
            <Button onClick={() => question.answer("merge")} variant="filled" data-autofocus>
              {t("merge.otherMerge")}
            </Button>
          )}
        </Dialog>
      );
    case "restore-backup":
      return (
        <Dialog
          title={t("backups.restoreTitle", { createdAt: new Date(question.backup.createdAt) })}
          text={t("backups.restoreText")}
          onCancel={() => question.answer("cancel")}
        >
          <CancelButton onClick={() => question.answer("cancel")} />
          <Button onClick={() => question.answer("restore")} variant="filled" data-autofocus>
            {t("backups.restore")}
          </Button>
        </Dialog>
      );
    case "discard-recovered":
      return (
        <Dialog
          title={t("file.discardRecoveredTitle", { title: question.title })}
          text={t("file.discardRecoveredText")}
          onCancel={() => question.answer("cancel")}
        >
          <Button onClick={() => question.answer("discard")} color="red" variant="subtle">
            {t("file.discardForGood")}
          </Button>
          <Button onClick={() => question.answer("cancel")} variant="filled" data-autofocus>
            {t("file.keep")}
          </Button>
        </Dialog>
      );
  }
}

/** In one sentence what another file is to the open plan; null for another plan. */
function describeRelation(t: TFunction, relation: CopyRelation | null): string {
  if (relation === null) return t("merge.otherIsAnother");
  const { kind, shared, onlyInOurs, onlyInTheirs } = relation;
  switch (kind) {
    case "same":
      return t("merge.copySame", { count: shared });
    case "older":
      return t("merge.copyOlder", { count: shared, more: onlyInOurs });
    case "newer":
      return t("merge.copyNewer", { count: onlyInTheirs });
    case "diverged":
      return t("merge.copyDiverged", {
        theirs: t("merge.changes", { count: onlyInTheirs }),
        ours: t("merge.changes", { count: onlyInOurs }),
      });
  }
}

interface DialogProps {
  readonly title: string;
  readonly text: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

function Dialog({ title, text, onCancel, children }: DialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Modal
      opened
      onClose={onCancel}
      title={<Text fw={600}>{title}</Text>}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        {children}
      </Group>
    </Modal>
  );
}

/** Gives the focus back to what had it before: an answered question is gone at once, which Modal does not see. */
function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}

function CancelButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation();
  return <Button onClick={onClick}>{t("file.cancel")}</Button>;
}
