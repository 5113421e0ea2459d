import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { setCells } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { mintId } from "../../engine/mint-id";
import { useLanguage } from "../../i18n/use-language";
import { useEffectivePlans } from "../../session/effective-plan";
import { indexEvidence } from "../../session/evidence";
import { useRows } from "../../session/plan-queries";
import { useRevealed, useSelection } from "../../session/selection";
import { useOpenDocument } from "../../session/use-plan-session";
import { useScreenEdits } from "../../session/use-screen-edits";
import { useActiveOutcomes, useWhatIf } from "../../session/what-if";
import { RowGrid } from "../../ui/grid/row-grid";
import { Panel } from "../../ui/panel";
import { RowGridBox } from "../../ui/row-grid-box";
import { useShallowStable } from "../../ui/use-shallow-stable";
import { LoadPanel } from "./load-panel";
import { listLoadTotals } from "./load-totals";
import { OverloadPanel } from "./overload-panel";
import { makeNeedColumns, makeResourceColumns } from "./resource-columns";
import { addResource, clearFigures, deleteResource } from "./resource-commands";
import { joinNeeds, joinResources, type ResourcePlan } from "./resource-plan";
import {
  locateSelection,
  type RevealedCell,
  selectionOfCapacity,
  selectionOfNeed,
} from "./resource-selection";
import classes from "./resources-screen.module.css";
import { ResourcesToolbar } from "./resources-toolbar";
import { StaffPanel } from "./staff-panel";

const MOST_RESOURCES_SHOWN = 6;
const MOST_TASKS_SHOWN = 16;

/** Staff, facilitators, venues and the like: what there is, what tasks need of it, and where it runs short. */
export default function ResourcesScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { isReadOnly, plan: state } = useOpenDocument();
  const data = useShallowStable(
    useRows("plan", "area", "task", "resource", "resourceCapacity", "resourceNeed", "evidence").data,
  );
  const [{ levers }] = useWhatIf();
  const plans = useEffectivePlans(levers);
  const { base, scenario } = useActiveOutcomes();
  const { run, notice } = useScreenEdits();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [revealed, setRevealed] = useState<RevealedCell | null>(null);
  const [, select] = useSelection();

  const { firstYear, lastYear } = state;
  const plan = useMemo<ResourcePlan | undefined>(() => {
    const row = data?.plan[0];
    if (data === undefined || row === undefined) return undefined;
    const years = Array.from(
      { length: Math.max(1, lastYear - firstYear + 1) },
      (_, index) => firstYear + index,
    );
    return { ...data, plan: row, years, evidence: indexEvidence(data.evidence) };
  }, [data, firstYear, lastYear]);
  const resources = useMemo(
    () => (plan === undefined ? [] : joinResources(plan, base, scenario)),
    [plan, base, scenario],
  );
  const chosen = resources.find(({ id }) => id === chosenId) ?? resources[0];
  const columns = useMemo(
    () => (plan === undefined ? [] : makeResourceColumns({ t, language, plan })),
    [t, language, plan],
  );
  const chosenRow = chosen?.row;
  const needColumns = useMemo(
    () =>
      plan === undefined || chosenRow === undefined ? [] : makeNeedColumns({ t, language, plan }, chosenRow),
    [t, language, plan, chosenRow],
  );
  const needs = useMemo(
    () => (plan === undefined || chosenRow === undefined ? [] : joinNeeds(plan, chosenRow.id)),
    [plan, chosenRow],
  );
  const totals = useMemo(
    () => (chosen === undefined ? [] : listLoadTotals(chosen.scenario, chosen.isSecretariat, t, language)),
    [chosen, t, language],
  );
  useRevealed((selection) => {
    if (plan === undefined) return false;
    const cell = locateSelection(selection);
    if (cell === null) return true;
    setChosenId(cell.resourceId);
    setRevealed(cell);
    return true;
  });
  if (plan === undefined) return null;

  const add = async (kind: Row<"resource">["kind"]) => {
    const id = mintId();
    const command = addResource(plan, id, kind, t(`resources.kind.${kind}`));
    if ((await run(command, t("resources.added"))) === null) setChosenId(id);
  };
  const grid = {
    isReadOnly,
    onEdit: (edits: Parameters<typeof setCells>[0]) => run(setCells(edits)),
    onClear: (rows: Parameters<typeof clearFigures>[0]) => run(clearFigures(rows)),
  };
  const nameTask = (taskId: string) => {
    const task = plan.task.find(({ id }) => id === taskId);
    return task === undefined ? taskId : `${task.code} ${task.title}`.trim();
  };

  return (
    <div className={classes.screen}>
      <ResourcesToolbar
        chosenTitle={chosen?.row.title ?? null}
        isReadOnly={isReadOnly}
        onAdd={(kind) => void add(kind)}
        onDelete={() => {
          if (chosen === undefined) return;
          const done = t("resources.deleted", { resource: chosen.row.title });
          void run(deleteResource(chosen.id), done);
        }}
      />
      {notice}
      {chosen === undefined ? (
        <p className={classes.empty}>{t("resources.emptyState")}</p>
      ) : (
        <div className={classes.columns}>
          <div className={classes.column}>
            <Panel title={t("resources.capacityTitle")} subtitle={t("resources.capacitySubtitle")}>
              <RowGridBox rows={Math.min(MOST_RESOURCES_SHOWN, resources.length)}>
                <RowGrid
                  {...grid}
                  rows={resources}
                  columns={columns}
                  chosenId={chosen.id}
                  onChoose={setChosenId}
                  onFocusCell={(id, columnId) => select(selectionOfCapacity(id, columnId))}
                  revealed={revealed?.grid === "capacity" ? revealed : null}
                  onRevealed={() => setRevealed(null)}
                />
              </RowGridBox>
            </Panel>
            <Panel
              title={t("resources.needsTitle", { resource: chosen.row.title })}
              subtitle={t("resources.needsSubtitle", { unit: t(`resources.unit.${chosen.row.kind}`) })}
            >
              {needs.length === 0 ? (
                <p className={classes.fits}>{t("resources.noTasks")}</p>
              ) : (
                <RowGridBox rows={Math.min(MOST_TASKS_SHOWN, needs.length) + totals.length}>
                  <RowGrid
                    {...grid}
                    rows={needs}
                    columns={needColumns}
                    totals={totals}
                    onFocusCell={(id, columnId) => select(selectionOfNeed(id, chosen.id, columnId))}
                    revealed={revealed?.grid === "needs" ? revealed : null}
                    onRevealed={() => setRevealed(null)}
                  />
                </RowGridBox>
              )}
            </Panel>
          </div>
          <div className={classes.column}>
            <OverloadPanel resources={resources} nameTask={nameTask} />
            <LoadPanel state={chosen} />
            <StaffPanel plan={plan} plans={plans} isReadOnly={isReadOnly} run={run} />
          </div>
        </div>
      )}
    </div>
  );
}
