import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { useEffectivePlans } from "../../session/effective-plan";
import { indexEvidence } from "../../session/evidence";
import { focusPlanFigure } from "../../session/plan-figure-box";
import { useRowNames, useRows, useTaskGrid } from "../../session/plan-queries";
import { useRevealed } from "../../session/selection";
import { useOpenDocument } from "../../session/use-plan-session";
import { useScreenEdits } from "../../session/use-screen-edits";
import { useActiveOutcomes, useWhatIf } from "../../session/what-if";
import { makeRowNames } from "../scenarios/row-names";
import { AssumptionsPanel } from "./assumptions-panel";
import { joinDecentralisedPlan } from "./decentralised-plan";
import classes from "./decentralised-screen.module.css";
import { describeNotices } from "./describe-notices";
import { EquityTiles } from "./equity-tiles";
import { EvaluationPanel } from "./evaluation-panel";
import { FormulaPanel } from "./formula-panel";
import { PerHeadPanel } from "./per-head-panel";
import { ResidentsPanel } from "./residents-panel";
import { SharePanel } from "./share-panel";
import { joinUnits } from "./unit-columns";
import { UnitsPanel } from "./units-panel";

const ALL_YEARS = -1;

/** What residents and their neighbourhoods decide on: how much, divided how, reaching whom, and carried out or not. */
export default function DecentralisedScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { isReadOnly } = useOpenDocument();
  const { data } = useRows("plan", "unit", "decentralisedShare", "budgetTotal", "evidence");
  const [{ levers }] = useWhatIf();
  const plans = useEffectivePlans(levers);
  const { base, scenario } = useActiveOutcomes();
  const { data: taskGrid } = useTaskGrid();
  const { data: nameView } = useRowNames();
  const names = useMemo(() => makeRowNames(taskGrid, nameView), [taskGrid, nameView]);
  const { run, notice } = useScreenEdits();
  const [yearIndex, setYearIndex] = useState(ALL_YEARS);
  const [revealed, setRevealed] = useState<{ rowId: string; columnId: string } | null>(null);
  const [wantsOwnRevenue, setWantsOwnRevenue] = useState<boolean | null>(null);

  const plan = useMemo(() => data && joinDecentralisedPlan(data, indexEvidence(data.evidence)), [data]);
  const shownYear = plan !== undefined && yearIndex < plan.years.length ? yearIndex : ALL_YEARS;
  const units = useMemo(
    () => (plan === undefined ? [] : joinUnits(plan.unit, { base, scenario }, shownYear)),
    [plan, base, scenario, shownYear],
  );
  const notices = useMemo(
    () =>
      plan === undefined || scenario === undefined ? [] : describeNotices(scenario, { plan, t, language }),
    [plan, scenario, t, language],
  );
  useRevealed((selection) => {
    if (plan === undefined) return false;
    if (selection.entity === "unit")
      setRevealed({ rowId: selection.rowId, columnId: selection.field ?? "title" });
    else window.requestAnimationFrame(() => focusPlanFigure(selection));
    return true;
  });
  if (plan === undefined) return null;
  const hasOwnRevenue = wantsOwnRevenue ?? plan.unit.some((unit) => unit.ownRevenuePerHeadWon > 0);

  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{t("screen.decentralised")}</h1>
      {notice}
      {base !== undefined && scenario !== undefined && <EquityTiles base={base} scenario={scenario} />}
      <div className={classes.shareRow}>
        <SharePanel
          plan={plan}
          plans={plans}
          base={base}
          scenario={scenario}
          isReadOnly={isReadOnly}
          run={run}
        />
        <FormulaPanel
          plan={plan}
          plans={plans}
          hasOwnRevenue={hasOwnRevenue}
          notices={notices}
          isReadOnly={isReadOnly}
          run={run}
        />
      </div>
      <div className={classes.unitRow}>
        <UnitsPanel
          plan={plan}
          rows={units}
          outcome={scenario ?? base}
          yearIndex={shownYear}
          onYearIndex={setYearIndex}
          hasOwnRevenue={hasOwnRevenue}
          onHasOwnRevenue={setWantsOwnRevenue}
          revealed={revealed}
          onRevealed={() => setRevealed(null)}
          isReadOnly={isReadOnly}
          run={run}
        />
        {units.length > 0 && (
          <PerHeadPanel
            rows={units}
            period={
              shownYear === ALL_YEARS ? t("decentralised.allYears") : String(plan.years[shownYear] ?? "")
            }
          />
        )}
      </div>
      <EvaluationPanel plan={plan} levers={levers} isReadOnly={isReadOnly} run={run} />
      <div className={classes.residentRow}>
        {base !== undefined && scenario !== undefined && (
          <ResidentsPanel
            base={base}
            scenario={scenario}
            names={names}
            unspentRule={plans?.scenario.residentRules.unspentRule ?? plan.plan.unspentRule}
          />
        )}
        <AssumptionsPanel
          plan={plan}
          plans={plans}
          outcome={scenario}
          names={names}
          isReadOnly={isReadOnly}
          run={run}
        />
      </div>
    </div>
  );
}
