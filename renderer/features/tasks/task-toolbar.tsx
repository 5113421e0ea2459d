import { Button, Menu, SegmentedControl, TextInput, Tooltip } from "@mantine/core";
import { IconChevronDown, IconPlus, IconSearch, IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type MoneyUnit, moneyUnits } from "../../ui/money-unit";
import classes from "./task-toolbar.module.css";

interface TaskToolbarProps {
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly taskCount: number;
  readonly unit: MoneyUnit;
  readonly onUnitChange: (unit: MoneyUnit) => void;
  readonly filterText: string;
  readonly onFilterChange: (text: string) => void;
  readonly isAllExpanded: boolean;
  readonly onToggleAll: () => void;
  /** What Delete is about, a task or an area without tasks; null while neither is in focus. */
  readonly deletableKind: "task" | "area" | null;
  readonly deletableName: string;
  readonly isReadOnly: boolean;
  readonly onAdd: (areaId: string) => void;
  readonly onAddArea: () => void;
  readonly onDelete: () => void;
}

/** Drawn again only for what it shows, so handlers have to stay the same objects. */
export const TaskToolbar = memo(function TaskToolbar(props: TaskToolbarProps) {
  const { t } = useTranslation();
  const { areas, deletableKind, isReadOnly } = props;
  const onlyAreaId = areas.length > 1 ? undefined : (areas[0]?.id ?? "");
  return (
    <div className={classes.toolbar}>
      <h1 className={classes.title}>
        {t("screen.tasks")}{" "}
        <span className={classes.count}>{t("tasks.count", { count: props.taskCount })}</span>
      </h1>
      <TextInput
        value={props.filterText}
        onChange={(event) => props.onFilterChange(event.currentTarget.value)}
        placeholder={t("tasks.filter")}
        aria-label={t("tasks.filter")}
        leftSection={<IconSearch size={14} aria-hidden />}
        className={classes.filter}
      />
      <Button variant="subtle" color="gray" onClick={props.onToggleAll}>
        {t(props.isAllExpanded ? "tasks.collapseAll" : "tasks.expandAll")}
      </Button>
      <div className={classes.end}>
        <SegmentedControl
          aria-label={t("tasks.unit")}
          value={props.unit}
          onChange={(value) => {
            const unit = moneyUnits.find((candidate) => candidate === value);
            if (unit !== undefined) props.onUnitChange(unit);
          }}
          data={moneyUnits.map((unit) => ({ value: unit, label: t(`moneyUnit.${unit}`) }))}
        />
        {!isReadOnly && (
          <>
            <Tooltip
              label={deletableKind === null ? t("tasks.deleteHint") : props.deletableName}
              multiline
              maw={320}
            >
              <Button
                leftSection={<IconTrash size={14} aria-hidden />}
                // Stays reachable, so that the hint says why nothing happens.
                {...(deletableKind === null ? { "data-disabled": true } : {})}
                aria-disabled={deletableKind === null}
                onClick={(event) => (deletableKind === null ? event.preventDefault() : props.onDelete())}
              >
                {t(deletableKind === "area" ? "tasks.deleteArea" : "tasks.delete")}
              </Button>
            </Tooltip>
            <Menu position="bottom-end">
              {onlyAreaId === undefined ? (
                <Menu.Target>
                  <Button
                    variant="filled"
                    leftSection={<IconPlus size={14} aria-hidden />}
                    rightSection={<IconChevronDown size={13} aria-hidden />}
                  >
                    {t("tasks.add")}
                  </Button>
                </Menu.Target>
              ) : (
                // Where there is no choice of an area, none is asked for.
                <Button.Group>
                  <Button
                    variant="filled"
                    leftSection={<IconPlus size={14} aria-hidden />}
                    onClick={() => props.onAdd(onlyAreaId)}
                  >
                    {t("tasks.add")}
                  </Button>
                  <Menu.Target>
                    <Button
                      variant="filled"
                      className={classes.more}
                      aria-label={t("tasks.addMore")}
                      title={t("tasks.addMore")}
                    >
                      <IconChevronDown size={13} aria-hidden />
                    </Button>
                  </Menu.Target>
                </Button.Group>
              )}
              <Menu.Dropdown>
                <Menu.Label>{t("tasks.addTo")}</Menu.Label>
                {areas.map((area) => (
                  <Menu.Item key={area.id} onClick={() => props.onAdd(area.id)}>
                    {area.title}
                  </Menu.Item>
                ))}
                {areas.length === 0 && (
                  <Menu.Item onClick={() => props.onAdd("")}>{t("tasks.withoutArea")}</Menu.Item>
                )}
                <Menu.Divider />
                <Menu.Item leftSection={<IconPlus size={13} aria-hidden />} onClick={props.onAddArea}>
                  {t("tasks.addArea")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )}
      </div>
    </div>
  );
});
