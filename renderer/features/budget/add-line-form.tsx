import { Button, Popover, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "../../../core/plan/entities";
import classes from "./budget-toolbar.module.css";

interface AddLineFormProps {
  readonly tasks: readonly Row<"task">[];
  readonly sources: readonly Row<"source">[];
  readonly channels: readonly Row<"channel">[];
  /** The task that the cursor is on. */
  readonly focusedTaskId: string | null;
  readonly isTaken: (taskId: string, sourceId: string, channelId: string) => boolean;
  /** True when the line was added. */
  readonly onAdd: (taskId: string, sourceId: string, channelId: string) => Promise<boolean>;
}

/** Chooses a task, a source and a channel, and adds a budget line for them. */
export function AddLineForm({ tasks, sources, channels, focusedTaskId, isTaken, onAdd }: AddLineFormProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isAdded, setAdded] = useState(false);
  const [chosenTaskId, setTask] = useState<string | null>(null);
  const [chosenSourceId, setSource] = useState<string | null>(null);
  const [chosenChannelId, setChannel] = useState<string | null>(null);
  const taskId = chosenTaskId ?? focusedTaskId ?? tasks[0]?.id ?? null;
  const sourceId = chosenSourceId ?? sources[0]?.id ?? null;
  const channelId = chosenChannelId ?? channels[0]?.id ?? null;
  const lacks = [
    ...(tasks.length === 0 ? [t("budget.noTasks")] : []),
    ...(sources.length === 0 || channels.length === 0 ? [t("tasks.noSources")] : []),
  ];
  const isComplete = taskId !== null && sourceId !== null && channelId !== null;
  const exists = isComplete && isTaken(taskId, sourceId, channelId);
  const open = () => {
    setTask(null);
    setAdded(false);
    setOpen(!isOpen);
  };
  const select = {
    allowDeselect: false,
    comboboxProps: { withinPortal: false },
  };
  return (
    // After adding, the focus goes on to the new line.
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus={!isAdded}>
      <Popover.Target>
        <Button variant="filled" leftSection={<IconPlus size={14} aria-hidden />} onClick={open}>
          {t("budget.addLine")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {lacks.length > 0 ? (
          <p>{lacks.join(" ")}</p>
        ) : (
          <form
            className={classes.form}
            onSubmit={async (event) => {
              event.preventDefault();
              if (!isComplete || exists || !(await onAdd(taskId, sourceId, channelId))) return;
              setAdded(true);
              setOpen(false);
            }}
          >
            <Select
              {...select}
              label={t("budget.task")}
              searchable
              openOnFocus={false}
              data={tasks.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}`.trim() }))}
              value={taskId}
              onChange={setTask}
            />
            <Select
              {...select}
              label={t("tasks.source")}
              data={sources.map(({ id, title }) => ({ value: id, label: title }))}
              value={sourceId}
              onChange={setSource}
            />
            <Select
              {...select}
              label={t("tasks.channel")}
              data={channels.map(({ id, title }) => ({ value: id, label: title }))}
              value={channelId}
              onChange={setChannel}
              error={exists ? t("tasks.lineExists") : undefined}
            />
            <Button type="submit" variant="filled" disabled={!isComplete || exists}>
              {t("budget.addLine")}
            </Button>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
