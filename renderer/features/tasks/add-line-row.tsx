import { Button, Popover, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ICellRendererParams } from "ag-grid-community";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskGridContext } from "./task-grid-context";
import type { TaskGridEntry } from "./task-grid-rows";

/** The last row of an expanded task: chooses a source and a channel, and adds a budget line for them. */
export function AddLineRow({ data, context }: ICellRendererParams<TaskGridEntry, unknown, TaskGridContext>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [sourceId, setSourceId] = useState<string | null>(context.sources[0]?.id ?? null);
  const [channelId, setChannelId] = useState<string | null>(context.channels[0]?.id ?? null);
  if (data?.kind !== "add-line" || context.isReadOnly) return null;
  const { task } = data;
  const isTaken = task.lines.some((line) => line.sourceId === sourceId && line.channelId === channelId);
  const toOptions = (items: TaskGridContext["sources"]) =>
    items.map(({ id, title }) => ({ value: id, label: title }));
  if (context.sources.length === 0 || context.channels.length === 0)
    return <div className="add-line">{t("tasks.noSources")}</div>;
  return (
    <div className="add-line">
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => setOpen(!isOpen)}
          >
            {t("tasks.addLine")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className="add-line-form">
            <Select
              label={t("tasks.source")}
              data={toOptions(context.sources)}
              value={sourceId}
              onChange={setSourceId}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
            />
            <Select
              label={t("tasks.channel")}
              data={toOptions(context.channels)}
              value={channelId}
              onChange={setChannelId}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              error={isTaken ? t("tasks.lineExists") : undefined}
            />
            <Button
              variant="filled"
              disabled={isTaken || sourceId === null || channelId === null}
              onClick={async () => {
                if (sourceId === null || channelId === null) return;
                if (await context.addLine(task.id, task.startYear, sourceId, channelId)) setOpen(false);
              }}
            >
              {t("tasks.addLine")}
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
