import type { BudgetSummary } from "../../../core/budget/summarise-budget";
import type { Row } from "../../../core/plan/entities";
import { moneyByArea } from "../../../core/scenario/money-by-area";
import type { Outcome } from "../../../core/scenario/outcome";
import type { MoneyUnit } from "../../ui/money-unit";
import { AreaMoneyPanel } from "./area-money-panel";
import classes from "./budget-charts.module.css";
import { FlowPanel } from "./flow-panel";

interface BudgetChartsProps {
  readonly summary: BudgetSummary;
  readonly sources: readonly Row<"source">[];
  readonly inflationRatio: number;
  readonly base: Outcome | undefined;
  readonly scenario: Outcome | undefined;
  readonly unit: MoneyUnit;
  readonly withoutAreaTitle: string;
}

/** The budget as pictures: need against ceilings by year, and which source pays for which area. */
export function BudgetCharts(props: BudgetChartsProps) {
  const { summary, sources, inflationRatio, base, scenario, unit, withoutAreaTitle } = props;
  return (
    <div className={classes.charts}>
      {base !== undefined && scenario !== undefined && (
        <AreaMoneyPanel
          years={moneyByArea(summary, inflationRatio, scenario)}
          baseYears={moneyByArea(summary, inflationRatio, base)}
          areaTitles={summary.areas.map(({ area }) => area?.title ?? withoutAreaTitle)}
          unit={unit}
        />
      )}
      <FlowPanel summary={summary} sources={sources} unit={unit} withoutAreaTitle={withoutAreaTitle} />
    </div>
  );
}
