import { Button, Popover, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ICellRendererParams } from "ag-grid-community";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskGridContext } from "./task-grid-context";
import type { TaskGridEntry } from "./task-grid-rows";

/** The last row of an expanded task: chooses a source and a channel, and adds a budget line for them. */
export function AddLineRow({ data, context }: ICellRendererParams<TaskGridEntry, unknown, TaskGridContext>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isAdded, setAdded] = useState(false);
  const [sourceId, setSourceId] = useState<string | null>(context.sources[0]?.id ?? null);
  const [channelId, setChannelId] = useState<string | null>(context.channels[0]?.id ?? null);
  const askedYear = data?.kind === "add-line" ? data.askedYear : null;
  useEffect(() => {
    if (askedYear !== null) setOpen(true);
  }, [askedYear]);
  if (data?.kind !== "add-line" || context.isReadOnly) return null;
  const open = (isNowOpen: boolean) => {
    setAdded(false);
    setOpen(isNowOpen);
    if (!isNowOpen) context.askForLine(null);
  };
  const { task } = data;
  const isTaken = task.lines.some((line) => line.sourceId === sourceId && line.channelId === channelId);
  const toOptions = (items: TaskGridContext["sources"]) =>
    items.map(({ id, title }) => ({ value: id, label: title }));
  if (context.sources.length === 0 || context.channels.length === 0)
    return <div className="add-line">{t("tasks.noSources")}</div>;
  return (
    <div className="add-line">
      {/* After adding, the focus goes on to the new line. */}
      <Popover opened={isOpen} onChange={open} position="bottom-start" trapFocus returnFocus={!isAdded}>
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => open(!isOpen)}
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
                if (!(await context.addLine(task.id, askedYear ?? task.startYear, sourceId, channelId)))
                  return;
                setAdded(true);
                setOpen(false);
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
