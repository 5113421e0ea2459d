import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Lever, LeverValues } from "../../../core/scenario/lever";
import type { IndicatorDefinition, Outcome } from "../../../core/scenario/outcome";
import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";
import type { TaskGridRow } from "../../engine/plan-api";
import { useLanguage } from "../../i18n/use-language";
import { useAfterPaint } from "../../ui/use-after-paint";
import { AtTheTable } from "./at-the-table";
import { BindingLimits } from "./binding-limit";
import { CentralMoney } from "./central-money";
import { CertaintyPanel } from "./certainty/certainty-panel";
import { findCouncilLevers } from "./council-levers";
import { describeLimits, listFigureLimits } from "./describe-limit";
import { listFigureInputs, listPresenceInputs } from "./figure-inputs";
import { IndicatorTable } from "./indicator-table";
import { IndicatorTiles } from "./indicator-tiles";
import { currentValue } from "./lever-values";
import { MoneyPanel } from "./money-panel";
import classes from "./results.module.css";
import type { RowNames } from "./row-names";
import { TaskMatrix } from "./task-matrix";
import { YearByYear } from "./year-by-year";

interface ResultsProps {
  readonly base: Outcome;
  readonly scenario: Outcome;
  readonly levers: readonly Lever[];
  readonly tasks: readonly TaskGridRow[];
  readonly names: RowNames;
  /** How the figures are spread, while uncertainty is switched on. */
  readonly summary: DrawsSummary | null;
}

/** What a scenario does: the limit in words, then figures, then details. */
export const Results = memo(function Results(props: ResultsProps) {
  const { base, scenario, levers, names } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  // Limit and figures follow the slider at once; the many cells below take a moment in which nothing is blocked.
  const shown = useAfterPaint(scenario);
  const sentences = describeLimits(scenario, { names, t, language });
  const isSameAsBase =
    Object.keys(scenario.levers).length > 0 && isSameLimit(base.bindingLimit, scenario.bindingLimit);
  const attendanceRatio = readNumber(findCouncilLevers(levers)?.attendance, scenario.levers);
  return (
    <>
      <BindingLimits sentences={sentences} note={isSameAsBase ? t("limit.same") : null} />
      <IndicatorTiles
        base={base}
        scenario={scenario}
        summary={props.summary}
        limitsOf={(definition) => listFigureLimits(definition, scenario, { names, t, language })}
        inputsOf={(definition) =>
          listFigureInputs(definition, { outcome: scenario, attendanceRatio, t, language })
        }
      />
      {props.summary !== null && <CertaintyPanel summary={props.summary} names={names} />}
      <Details base={base} scenario={shown} levers={levers} tasks={props.tasks} names={names} />
    </>
  );
});

const Details = memo(function Details({
  base,
  scenario,
  levers,
  tasks,
  names,
}: Omit<ResultsProps, "summary">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const attendanceRatio = readNumber(findCouncilLevers(levers)?.attendance, scenario.levers);
  const inputsOf = (definition: IndicatorDefinition) =>
    listFigureInputs(definition, { outcome: scenario, attendanceRatio, t, language });
  const additional = levers.find(({ path }) => path === "decentralised.additional");
  const isAdditional = (values: LeverValues) =>
    additional !== undefined && currentValue(additional, values) === true;
  const [council] = scenario.committees;
  const [baseCouncil] = base.committees;
  return (
    <div className={classes.details}>
      <div className={classes.columns}>
        <div className={classes.stack}>
          <div className={classes.tasks}>
            <TaskMatrix base={base} scenario={scenario} tasks={tasks} names={names} />
          </div>
          <div className={classes.years}>
            <YearByYear base={base} scenario={scenario} names={names} />
          </div>
          <div className={classes.figures}>
            <IndicatorTable
              base={base}
              scenario={scenario}
              inputsOf={inputsOf}
              limitsOf={(definition) => listFigureLimits(definition, scenario, { names, t, language })}
            />
          </div>
        </div>
        <div className={classes.stack}>
          <div className={classes.money}>
            <MoneyPanel
              base={base}
              scenario={scenario}
              isBaseAdditional={isAdditional(base.levers)}
              isAdditional={isAdditional(scenario.levers)}
            />
          </div>
          {council !== undefined && baseCouncil !== undefined && (
            <div className={classes.table}>
              <AtTheTable
                base={baseCouncil}
                scenario={council}
                names={names}
                inputs={listPresenceInputs(council, attendanceRatio, t, language)}
              />
            </div>
          )}
          <div className={classes.moved}>
            <CentralMoney base={base} scenario={scenario} names={names} />
          </div>
        </div>
      </div>
    </div>
  );
});

function readNumber(lever: Lever | undefined, values: LeverValues): number | null {
  const value = lever === undefined ? undefined : currentValue(lever, values);
  return typeof value === "number" ? value : null;
}

function isSameLimit(a: Outcome["bindingLimit"], b: Outcome["bindingLimit"]): boolean {
  if (a.type !== b.type || a.type === "none" || b.type === "none") return false;
  if (a.year !== b.year) return false;
  if (a.type === "money" && b.type === "money") return a.sourceId === b.sourceId;
  if (a.type === "resource" && b.type === "resource") return a.resourceId === b.resourceId;
  return a.type === "residents" && b.type === "residents" ? a.limit === b.limit : true;
}
