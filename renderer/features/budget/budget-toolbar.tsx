import { Button, SegmentedControl, TextInput, Tooltip } from "@mantine/core";
import { IconCopy, IconListDetails, IconSearch, IconTrash } from "@tabler/icons-react";
import type { ComponentProps, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Estimate, estimates } from "../../../core/budget/summarise-budget";
import { FigureHelp } from "../../ui/figure-help";
import { type MoneyUnit, moneyUnits } from "../../ui/money-unit";
import classes from "./budget-toolbar.module.css";
import { FundingButton } from "./funding-button";

export const budgetViews = ["table", "charts"] as const;
export type BudgetView = (typeof budgetViews)[number];

/** Down to which level the rows are open. */
export const budgetLevels = ["areas", "tasks", "lines"] as const;
export type BudgetLevel = (typeof budgetLevels)[number];

interface BudgetToolbarProps {
  readonly view: BudgetView;
  readonly onViewChange: (view: BudgetView) => void;
  readonly filterText: string;
  readonly onFilterChange: (text: string) => void;
  readonly onLevelChange: (level: BudgetLevel) => void;
  readonly estimate: Estimate;
  readonly onEstimateChange: (estimate: Estimate) => void;
  readonly unit: MoneyUnit;
  readonly onUnitChange: (unit: MoneyUnit) => void;
  readonly onCopyTable: () => void;
  /** The line that Delete is about; null while the cursor is on none. */
  readonly focusedLineName: string | null;
  readonly onDeleteLine: () => void;
  readonly isReadOnly: boolean;
  readonly showsCostLines: boolean;
  readonly onShowCostLines: (shows: boolean) => void;
  readonly addLine: ReactNode;
  /** What went into the headroom and what binds it. */
  readonly headroom: Pick<ComponentProps<typeof FigureHelp>, "inputs" | "limits">;
}

export function BudgetToolbar(props: BudgetToolbarProps) {
  const { t } = useTranslation();
  const { focusedLineName, view } = props;
  const isTable = view === "table";
  return (
    <div className={classes.toolbar}>
      <div className={classes.line}>
        <h1 className={classes.title}>
          {t("screen.budget")}
          <FigureHelp
            name={t("budget.headroom")}
            meaning={t("budget.headroomMeaning")}
            model="B4"
            {...props.headroom}
          />
        </h1>
        <SegmentedControl
          aria-label={t("budget.view.label")}
          value={view}
          onChange={(value) => props.onViewChange(pick(budgetViews, value, view))}
          data={budgetViews.map((value) => ({ value, label: t(`budget.view.${value}`) }))}
        />
        <div className={classes.end}>
          <FundingButton unit={props.unit} />
          {isTable && (
            <Button leftSection={<IconCopy size={14} aria-hidden />} onClick={props.onCopyTable}>
              {t("spreadsheet.copyTable")}
            </Button>
          )}
          {isTable && (
            <Button
              leftSection={<IconListDetails size={14} aria-hidden />}
              aria-pressed={props.showsCostLines}
              {...(props.showsCostLines ? { "data-active": true } : {})}
              onClick={() => props.onShowCostLines(!props.showsCostLines)}
            >
              {t("budget.costLines.title")}
            </Button>
          )}
          {isTable && !props.isReadOnly && (
            <Tooltip label={focusedLineName ?? t("budget.deleteHint")} multiline maw={320}>
              <Button
                leftSection={<IconTrash size={14} aria-hidden />}
                // Stays reachable, so that the hint says why nothing happens.
                {...(focusedLineName === null ? { "data-disabled": true } : {})}
                aria-disabled={focusedLineName === null}
                onClick={(event) =>
                  focusedLineName === null ? event.preventDefault() : props.onDeleteLine()
                }
              >
                {t("budget.deleteLine")}
              </Button>
            </Tooltip>
          )}
          {isTable && !props.isReadOnly && props.addLine}
        </div>
      </div>
      <div className={classes.line}>
        {isTable && (
          <>
            <TextInput
              value={props.filterText}
              onChange={(event) => props.onFilterChange(event.currentTarget.value)}
              placeholder={t("tasks.filter")}
              aria-label={t("tasks.filter")}
              leftSection={<IconSearch size={14} aria-hidden />}
              className={classes.filter}
            />
            <span className={classes.label} aria-hidden>
              {t("budget.level.label")}
            </span>
            <Button.Group aria-label={t("budget.level.label")}>
              {budgetLevels.map((level) => (
                <Button key={level} onClick={() => props.onLevelChange(level)}>
                  {t(`budget.level.${level}`)}
                </Button>
              ))}
            </Button.Group>
          </>
        )}
        <div className={classes.end}>
          <SegmentedControl
            aria-label={t("budget.estimate.label")}
            value={props.estimate}
            onChange={(value) => props.onEstimateChange(pick(estimates, value, props.estimate))}
            data={estimates.map((value) => ({ value, label: t(`budget.estimate.${value}`) }))}
          />
          <SegmentedControl
            aria-label={t("tasks.unit")}
            value={props.unit}
            onChange={(value) => props.onUnitChange(pick(moneyUnits, value, props.unit))}
            data={moneyUnits.map((value) => ({ value, label: t(`moneyUnit.${value}`) }))}
          />
        </div>
      </div>
    </div>
  );
}

const pick = <T extends string>(choices: readonly T[], value: string, otherwise: T): T =>
  choices.find((choice) => choice === value) ?? otherwise;
