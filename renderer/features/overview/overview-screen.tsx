import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { useLevers, useRowNames, useRows, useTaskGrid } from "../../session/plan-queries";
import { useScreenEdits } from "../../session/use-screen-edits";
import { useActiveOutcomes, useActiveScenario } from "../../session/what-if";
import { BindingLimits } from "../scenarios/binding-limit";
import { describeLimits } from "../scenarios/describe-limit";
import { makeRowNames } from "../scenarios/row-names";
import { AreaMoneyPanel } from "./area-money-panel";
import { CoverageMatrix } from "./coverage-matrix";
import { CriticalPath } from "./critical-path";
import { GoalTree } from "./goal-tree";
import { buildGoalTree } from "./goal-tree-data";
import classes from "./overview-screen.module.css";
import { OverviewTiles } from "./overview-tiles";
import { PlanTexts } from "./plan-texts";

/** The plan at a glance: what binds, the key figures, the goals and what serves them, the money, the texts, what delays it. */
export default function OverviewScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data: rows } = useRows("plan", "goal", "taskGoal", "task", "area", "taskDependency");
  const { data: grid } = useTaskGrid();
  const { data: nameView } = useRowNames();
  const { data: levers } = useLevers();
  const names = useMemo(() => makeRowNames(grid, nameView), [grid, nameView]);
  const { base, scenario } = useActiveOutcomes();
  const active = useActiveScenario();
  const edits = useScreenEdits();
  const tree = useMemo(
    () =>
      rows === undefined
        ? []
        : buildGoalTree(rows.goal, rows.taskGoal, new Map(rows.task.map((task, index) => [task.id, index]))),
    [rows],
  );
  if (rows === undefined) return null;
  const [plan] = rows.plan;
  const title =
    active.scenario === null || active.isModified
      ? `${active.scenario?.title ?? t("whatIf.base")} (${t("whatIf.trying")})`
      : active.scenario.title;
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t("screen.overview")}</h1>
        <p className={classes.under} data-what-if={active.isWhatIf || undefined}>
          {active.isWhatIf ? t("whatIf.shownUnder", { title }) : t("whatIf.shownBase")}
        </p>
      </header>
      {edits.notice}
      {base !== undefined && scenario !== undefined ? (
        <>
          <BindingLimits sentences={describeLimits(scenario, { names, t, language })} note={null} />
          <OverviewTiles base={base} scenario={scenario} levers={levers ?? []} names={names} />
        </>
      ) : (
        <div className={classes.placeholder} />
      )}
      <div className={classes.columns}>
        <GoalTree tree={tree} goals={rows.goal} tasks={rows.task} outcome={scenario} run={edits.run} />
        <div className={classes.column}>
          {base !== undefined && scenario !== undefined && (
            <AreaMoneyPanel base={base} scenario={scenario} tasks={rows.task} areas={rows.area} />
          )}
          {plan !== undefined && <PlanTexts plan={plan} run={edits.run} />}
        </div>
      </div>
      <CoverageMatrix tree={tree} tasks={rows.task} areas={rows.area} run={edits.run} />
      {plan !== undefined && (
        <CriticalPath tasks={rows.task} dependencies={rows.taskDependency} lastYear={plan.lastYear} />
      )}
    </div>
  );
}
