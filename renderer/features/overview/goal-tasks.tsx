import { Combobox, Menu, ScrollArea, UnstyledButton, useCombobox } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import type { TaskOutcome } from "../../../core/scenario/outcome";
import { showInspector } from "../../session/inspector-visibility";
import { useReveal } from "../../session/selection";
import { useSessionServices } from "../../session/use-plan-session";
import { linkTask, unlinkTask } from "./goal-commands";
import type { GoalItemProps } from "./goal-item";
import classes from "./goal-tree.module.css";

/** More than a line of them is for the matrix below. */
const MAX_CHIPS = 24;
/** More than these are found by typing. */
const MAX_OFFERED = 50;

const glyphs: Readonly<Record<TaskOutcome["status"], string>> = {
  funded: "",
  partial: "◐",
  delayed: "+",
  dropped: "✕",
};

/** The tasks that serve a goal, by code, marked when the active scenario does not fund them as planned. */
export function GoalTasks({
  node,
  tasks,
  tasksById,
  outcomesById,
  isReadOnly,
  run,
  label,
}: GoalItemProps & { readonly label: string }) {
  const { t } = useTranslation();
  const { taskIds, goal } = node;
  const served = taskIds.slice(0, MAX_CHIPS).flatMap((taskId) => tasksById.get(taskId) ?? []);
  return (
    <div className={classes.tasks}>
      {served.length === 0 && (
        <span className={classes.unserved} data-kind={goal.kind}>
          {goal.kind === "direction" && "▲ "}
          {t("overview.noTasks")}
        </span>
      )}
      {served.map((task) => (
        <TaskChip
          key={task.id}
          task={task}
          outcome={outcomesById.get(task.id)}
          onUnlink={isReadOnly ? null : () => void run(unlinkTask(task.id, goal.id))}
        />
      ))}
      {taskIds.length > MAX_CHIPS && (
        <span className={classes.more}>{t("overview.moreTasks", { count: taskIds.length - MAX_CHIPS })}</span>
      )}
      {!isReadOnly && (
        <LinkTask
          label={t("overview.linkTo", { label })}
          tasks={tasks.filter((task) => !taskIds.includes(task.id))}
          onLink={(taskId) => void run(linkTask(taskId, goal.id))}
        />
      )}
    </div>
  );
}

interface TaskChipProps {
  readonly task: Row<"task">;
  readonly outcome: TaskOutcome | undefined;
  readonly onUnlink: (() => void) | null;
}

function TaskChip({ task, outcome, onUnlink }: TaskChipProps) {
  const { t } = useTranslation();
  const { host } = useSessionServices();
  const reveal = useReveal();
  const status = outcome?.status ?? "funded";
  const glyph = status === "delayed" ? `+${outcome?.delayYears ?? 0}` : glyphs[status];
  const name = `${task.code} ${task.title}`.trim();
  const selection = { entity: "task", rowId: task.id, field: "title" } as const;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes.chip}
          data-status={status}
          title={status === "funded" ? name : `${name} · ${t(`status.${status}`)}`}
        >
          {task.code || task.title}
          {glyph !== "" && <span aria-hidden> {glyph}</span>}
          <span className="visually-hidden">
            {" "}
            {task.title}, {t(`status.${status}`)}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item
          onClick={() => {
            reveal(selection);
            showInspector(host, true);
          }}
        >
          {t("overview.showDetails")}
        </Menu.Item>
        <Menu.Item component="a" href="#/tasks" onClick={() => reveal(selection)}>
          {t("overview.goToTask")}
        </Menu.Item>
        {onUnlink !== null && <Menu.Item onClick={onUnlink}>{t("overview.unlink")}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

interface LinkTaskProps {
  readonly label: string;
  readonly tasks: readonly Row<"task">[];
  readonly onLink: (taskId: string) => void;
}

function LinkTask({ label, tasks, onLink }: LinkTaskProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setSearch("");
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const wanted = search.trim().toLocaleLowerCase();
  const offered = tasks
    .filter((task) => `${task.code} ${task.title}`.toLocaleLowerCase().includes(wanted))
    .slice(0, MAX_OFFERED);
  return (
    <Combobox
      store={combobox}
      width={320}
      position="bottom-start"
      shadow="none"
      keepMounted={false}
      onOptionSubmit={(taskId) => {
        onLink(taskId);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <UnstyledButton
          className={classes.link}
          aria-label={label}
          title={label}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconPlus size={12} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t("overview.findTask")}
          aria-label={t("overview.findTask")}
        />
        <Combobox.Options>
          <ScrollArea.Autosize mah={260}>
            {offered.length === 0 ? (
              <Combobox.Empty>{t("overview.noTaskFound")}</Combobox.Empty>
            ) : (
              offered.map((task) => (
                <Combobox.Option key={task.id} value={task.id}>
                  {task.code} {task.title}
                </Combobox.Option>
              ))
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
