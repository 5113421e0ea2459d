import { ActionIcon, Button, Menu, Modal, TextInput } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScenarioSummary } from "../../engine/plan-api";
import classes from "./scenario-list.module.css";

interface ScenarioListProps {
  readonly scenarios: readonly ScenarioSummary[];
  /** Null: the plan itself. */
  readonly activeId: string | null;
  readonly isModified: boolean;
  readonly isReadOnly: boolean;
  readonly onSelect: (scenario: ScenarioSummary | null) => void;
  readonly onRename: (scenario: ScenarioSummary, title: string) => void;
  readonly onDetach: (scenario: ScenarioSummary) => void;
  readonly onDelete: (scenario: ScenarioSummary) => void;
}

/** The base and the saved scenarios; one of them is shown. */
export function ScenarioList(props: ScenarioListProps) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState<ScenarioSummary | null>(null);
  return (
    <section className={classes.section} aria-labelledby="scenario-list">
      <h2 id="scenario-list" className={classes.title}>
        {t("scenarios.list")}
      </h2>
      <ul className={classes.list}>
        <Entry {...props} scenario={null} title={t("scenarios.basePlan")} onStartRename={setRenaming} />
        {props.scenarios.map((scenario) => (
          <Entry
            key={scenario.id}
            {...props}
            scenario={scenario}
            title={scenario.title}
            onStartRename={setRenaming}
          />
        ))}
      </ul>
      {renaming !== null && (
        <RenameDialog
          scenario={renaming}
          taken={props.scenarios.filter(({ id }) => id !== renaming.id).map(({ title }) => title)}
          onClose={() => setRenaming(null)}
          onRename={props.onRename}
        />
      )}
    </section>
  );
}

interface EntryProps extends ScenarioListProps {
  readonly scenario: ScenarioSummary | null;
  readonly title: string;
  readonly onStartRename: (scenario: ScenarioSummary) => void;
}

function Entry({ scenarios, scenario, title, activeId, isModified, isReadOnly, ...on }: EntryProps) {
  const { t } = useTranslation();
  const isActive = activeId === (scenario?.id ?? null);
  const parent = scenarios.find(({ id }) => id === scenario?.parentId);
  return (
    <li className={classes.entry} data-active={isActive || undefined}>
      <button
        type="button"
        className={classes.select}
        aria-current={isActive || undefined}
        onClick={() => on.onSelect(scenario)}
      >
        <span className={classes.name} title={title}>
          {title}
        </span>
        {parent !== undefined && (
          <span className={classes.parent}>{t("whatIf.buildsOn", { title: parent.title })}</span>
        )}
        {isActive && isModified && <span className={classes.modified}>{t("scenarios.modified")}</span>}
      </button>
      {scenario !== null && !isReadOnly && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={22} aria-label={t("scenarios.actions", { title })}>
              <IconDots size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => on.onStartRename(scenario)}>{t("scenarios.rename")}</Menu.Item>
            {scenario.parentId !== "" && (
              <Menu.Item onClick={() => on.onDetach(scenario)}>{t("scenarios.detach")}</Menu.Item>
            )}
            <Menu.Item onClick={() => on.onDelete(scenario)}>{t("scenarios.delete")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}

interface RenameDialogProps {
  readonly scenario: ScenarioSummary;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onRename: (scenario: ScenarioSummary, title: string) => void;
}

function RenameDialog({ scenario, taken, onClose, onRename }: RenameDialogProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(scenario.title);
  const problem = checkScenarioName(title, taken);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("scenarios.renameTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (problem !== null) return;
          onRename(scenario, title.trim());
          onClose();
        }}
      >
        <TextInput
          label={t("scenarios.name")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={problem === null ? null : t(problem)}
          className={classes.field}
          data-autofocus
        />
        <Button type="submit" variant="filled" disabled={problem !== null}>
          {t("scenarios.rename")}
        </Button>
      </form>
    </Modal>
  );
}

/** The key of the reason why a scenario cannot have this name; null when it can. */
export function checkScenarioName(title: string, taken: readonly string[]): string | null {
  if (title.trim() === "") return "refused.emptyName";
  return taken.includes(title.trim()) ? "scenarios.nameExists" : null;
}
