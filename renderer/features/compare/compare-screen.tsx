import { Switch } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { compareScenarios } from "../../../core/scenario/compare-scenarios";
import { useLanguage } from "../../i18n/use-language";
import {
  useLevers,
  useRowNames,
  useScenarioOutcomes,
  useScenarios,
  useTaskGrid,
} from "../../session/plan-queries";
import { useOpenDocument } from "../../session/use-plan-session";
import { useActiveScenario, useWhatIf } from "../../session/what-if";
import { makeRowNames } from "../scenarios/row-names";
import { AssumptionsTable } from "./assumptions-table";
import { ChancesTable } from "./chances-table";
import { listCandidates, listColumns, MIN_COMPARED, useCompareChoice } from "./compare-choice";
import classes from "./compare-screen.module.css";
import { CompareToolbar } from "./compare-toolbar";
import type { ComparisonView } from "./comparison-view";
import { DrawsBar } from "./draws-bar";
import { PrintedAssumptions } from "./printed-assumptions";
import { ResultsTable } from "./results-table";
import { SmallMultiples } from "./small-multiples";
import { TaskTable } from "./task-table";
import { useCompareDraws } from "./use-compare-draws";

/** Two to six scenarios side by side: what is assumed differently, what comes of it. */
export default function CompareScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan } = useOpenDocument();
  const { data: scenarios } = useScenarios();
  const { data: levers } = useLevers();
  const { data: grid } = useTaskGrid();
  const { data: nameView } = useRowNames();
  const names = useMemo(() => makeRowNames(grid, nameView), [grid, nameView]);
  const [whatIf] = useWhatIf();
  const { isModified, scenario: active } = useActiveScenario();
  const [keys, setKeys] = useCompareChoice();
  const [showsSame, setShowsSame] = useState(false);
  const candidates = useMemo(
    () =>
      listCandidates(scenarios ?? [], isModified ? whatIf.levers : null, {
        base: t("whatIf.base"),
        trying: `${active?.title ?? t("whatIf.base")} (${t("whatIf.trying")})`,
      }),
    [scenarios, isModified, whatIf.levers, active, t],
  );
  const columns = useMemo(() => listColumns(candidates, keys), [candidates, keys]);
  const draws = useCompareDraws(columns, t, language);
  const results = useScenarioOutcomes(columns.map((column) => column.levers));
  const outcomes = results.flatMap((outcome) => outcome ?? []);
  const isReady = outcomes.length === columns.length && columns.length >= MIN_COMPARED;
  if (scenarios === undefined || levers === undefined || grid === undefined) return null;
  const view: ComparisonView | null = isReady
    ? {
        columns,
        outcomes,
        summaries: draws.isOn ? draws.summaries : [],
        comparison: compareScenarios(
          levers,
          outcomes.map((outcome, index) => ({ levers: columns[index]?.levers ?? {}, outcome })),
        ),
      }
    : null;
  return (
    <div className={classes.screen}>
      <CompareToolbar
        candidates={candidates}
        columns={columns}
        view={view}
        levers={levers}
        names={names}
        onChoose={setKeys}
      />
      {columns.length < MIN_COMPARED && (
        <p className={classes.empty}>
          {t(candidates.length < MIN_COMPARED ? "compare.onlyBase" : "compare.chooseMore")}{" "}
          {candidates.length < MIN_COMPARED && <a href="#/scenarios">{t("compare.toScenarios")}</a>}
        </p>
      )}
      {view !== null && (
        <>
          <h2 className={classes.printTitle}>
            {plan.title} · {t("screen.compare")}
          </h2>
          <div className={classes.draws} data-on={draws.isOn || undefined}>
            <DrawsBar draws={draws} levers={levers} />
          </div>
          <AssumptionsTable view={view} onMakeFirst={(key) => setKeys(putFirst(columns, key))} />
          <PrintedAssumptions columns={columns} levers={levers} />
          <SmallMultiples view={view} />
          <div className={classes.same}>
            <Switch
              label={t("compare.showSame")}
              checked={showsSame}
              onChange={(event) => setShowsSame(event.currentTarget.checked)}
            />
          </div>
          <ResultsTable view={view} names={names} levers={levers} showsSame={showsSame} />
          {view.summaries.some((summary) => summary !== null) && (
            <ChancesTable view={view} names={names} showsSame={showsSame} />
          )}
          <TaskTable view={view} names={names} showsSame={showsSame} />
        </>
      )}
    </div>
  );
}

const putFirst = (columns: readonly { readonly key: string }[], key: string): readonly string[] => [
  key,
  ...columns.map((column) => column.key).filter((other) => other !== key),
];
