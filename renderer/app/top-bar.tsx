import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronDown,
  IconDeviceFloppy,
  IconLayoutSidebarRight,
} from "@tabler/icons-react";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { BackupsDialog } from "../features/backups/backups-dialog";
import { useChangeText } from "../session/change-text";
import { showInspector, useIsInspectorOpen } from "../session/inspector-visibility";
import {
  useOpenDocument,
  useSessionActions,
  useSessionPart,
  useSessionServices,
} from "../session/use-plan-session";
import { FileState } from "./file-state";
import { LanguageSwitch } from "./language-switch";
import { PlanTitle } from "./plan-title";
import { PublishDialog } from "./publish-dialog";
import { ScenarioSwitch } from "./scenario-switch";
import { ThemeMenu } from "./theme-menu";
import classes from "./top-bar.module.css";

/** Title, file state and the commands that every screen has. */
export const TopBar = memo(function TopBar() {
  const { t } = useTranslation();
  const sayChange = useChangeText();
  const actions = useSessionActions();
  const document = useOpenDocument();
  const activity = useSessionPart((view) => view.activity);
  const [areBackupsShown, setBackupsShown] = useState(false);
  const [isPublishing, setPublishing] = useState(false);
  const { undoLabel, redoLabel } = document.plan;
  const undoText =
    undoLabel === null ? t("frame.nothingToUndo") : t("frame.undoWhat", { what: sayChange(undoLabel) });
  const redoText =
    redoLabel === null ? t("frame.nothingToRedo") : t("frame.redoWhat", { what: sayChange(redoLabel) });
  return (
    <header className={classes.bar}>
      <PlanTitle plan={document.plan} />
      <FileState document={document} activity={activity} />
      <div className={classes.end}>
        <ScenarioSwitch />
        <StepButton
          label={t("frame.undo")}
          hint={undoText}
          keys="Ctrl+Z"
          isPossible={undoLabel !== null}
          Icon={IconArrowBackUp}
          run={() => void actions.undo()}
        />
        <StepButton
          label={t("frame.redo")}
          hint={redoText}
          keys="Ctrl+Shift+Z"
          isPossible={redoLabel !== null}
          Icon={IconArrowForwardUp}
          run={() => void actions.redo()}
        />
        <div className={classes.split}>
          <Button
            variant={document.isDirty ? "filled" : "default"}
            leftSection={<IconDeviceFloppy size={15} stroke={1.7} aria-hidden />}
            onClick={() => void actions.save()}
            title="Ctrl+S"
          >
            {t("frame.save")}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant={document.isDirty ? "filled" : "default"}
                color={document.isDirty ? "accent" : "gray"}
                size={30}
                aria-label={t("frame.moreFile")}
              >
                <IconChevronDown size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void actions.saveAs()}>{t("frame.saveAs")}</Menu.Item>
              <Menu.Item onClick={() => setPublishing(true)}>{t("frame.publish")}</Menu.Item>
              <Menu.Item onClick={() => void actions.openPicked()}>{t("frame.open")}</Menu.Item>
              <Menu.Item onClick={() => setBackupsShown(true)}>{t("backups.menu")}</Menu.Item>
              <Menu.Divider />
              <Menu.Item onClick={() => void actions.close()}>{t("frame.toStart")}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
        {areBackupsShown && (
          <BackupsDialog planId={document.plan.planId} onClose={() => setBackupsShown(false)} />
        )}
        <LanguageSwitch />
        <ThemeMenu />
        <InspectorToggle />
        {isPublishing && <PublishDialog onClose={() => setPublishing(false)} />}
      </div>
    </header>
  );
});

function InspectorToggle() {
  const { t } = useTranslation();
  const { host } = useSessionServices();
  const isOpen = useIsInspectorOpen();
  return (
    <ActionIcon
      aria-label={t("inspector.title")}
      title={`${t(isOpen ? "inspector.close" : "inspector.open")} (Ctrl+I)`}
      aria-pressed={isOpen}
      {...(isOpen ? { color: "accent", variant: "light" } : {})}
      onClick={() => showInspector(host, !isOpen)}
    >
      <IconLayoutSidebarRight size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

interface StepButtonProps {
  readonly label: string;
  readonly hint: string;
  readonly keys: string;
  readonly isPossible: boolean;
  readonly Icon: typeof IconArrowBackUp;
  readonly run: () => void;
}

/** Undo or redo. It stays in the tab order when there is nothing to do, so that the focus is not lost on the last step. */
function StepButton({ label, hint, keys, isPossible, Icon, run }: StepButtonProps) {
  return (
    <Tooltip label={`${hint} (${keys})`} multiline maw={360} position="bottom">
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        aria-description={hint}
        aria-disabled={!isPossible}
        {...(isPossible ? {} : { "data-disabled": true })}
        onClick={(event) => (isPossible ? run() : event.preventDefault())}
      >
        <Icon size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
