import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Estimate,
  type LineSummary,
  type MadeSummary,
  summariseBudget,
} from "../../../core/budget/summarise-budget";
import { budgetLineYear } from "../../../core/plan/amount-edit";
import { groupCostLines } from "../../../core/plan/cost-lines";
import type { Row } from "../../../core/plan/entities";
import { budgetLineId } from "../../../core/plan/row-id";
import type { Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import { indexEvidence } from "../../session/evidence";
import { useRowNames, useRows, useTaskGrid } from "../../session/plan-queries";
import { useRevealed, useSelection } from "../../session/selection";
import { useOpenDocument } from "../../session/use-plan-session";
import { useSheetEdits } from "../../session/use-sheet-edits";
import { useActiveOutcomes } from "../../session/what-if";
import type { MoneyUnit } from "../../ui/money-unit";
import { SelectionStatus } from "../../ui/spreadsheet/selection-status";
import { useSpreadsheet } from "../../ui/spreadsheet/use-spreadsheet";
import { useLatestCallback } from "../../ui/use-latest-callback";
import { useShallowStable } from "../../ui/use-shallow-stable";
import { useStableValue } from "../../ui/use-stable-value";
import { describeReason, listFigureLimits } from "../scenarios/describe-limit";
import { listCentralInputs } from "../scenarios/figure-inputs";
import { makeRowNames } from "../scenarios/row-names";
import { AddLineForm } from "./add-line-form";
import { BudgetCharts } from "./budget-charts";
import { addLine, deleteLine } from "./budget-commands";
import type { BudgetContext } from "./budget-context";
import { BudgetGrid } from "./budget-grid";
import {
  areaRowId,
  type BudgetEntry,
  BudgetRowMemo,
  type ClosedRows,
  type LineRow,
  listBudgetRows,
  listHeadRows,
  taskRowId,
} from "./budget-rows";
import classes from "./budget-screen.module.css";
import { locateSelection, type RevealedCell, selectionOf } from "./budget-selection";
import { makeBudgetSheet, readBudgetCell } from "./budget-sheet";
import { type BudgetLevel, BudgetToolbar, type BudgetView } from "./budget-toolbar";
import { CostLinesPanel, type CostLinesTarget } from "./cost-lines-panel";
import { findLineTarget } from "./read-budget-cell";

/** The plan's money: areas, tasks, sources and channels by year, against the ceilings. */
export default function BudgetScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { isReadOnly } = useOpenDocument();
  const rows = useShallowStable(
    useRows("plan", "area", "task", "source", "channel", "budgetLine", "ceiling", "costLine", "evidence")
      .data,
  );
  const { base, scenario, isPending } = useActiveOutcomes();
  const { data: taskGrid } = useTaskGrid();
  const { data: nameView } = useRowNames();
  const [view, setView] = useState<BudgetView>("table");
  const [unit, setUnit] = useState<MoneyUnit>("million");
  const [estimate, setEstimate] = useState<Estimate>("likely");
  const [filterText, setFilterText] = useState("");
  const [closed, setClosed] = useState<ClosedRows>(new Set());
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [revealed, setRevealed] = useState<RevealedCell | null>(null);
  const [, select] = useSelection();
  const [focused, setFocused] = useState<{ row: BudgetEntry; columnId: string } | null>(null);
  const [showsCostLines, setShowsCostLines] = useState(false);

  const years = useMemo(() => listYears(rows?.plan[0]), [rows?.plan]);
  const evidence = useMemo(() => indexEvidence(rows?.evidence ?? []), [rows?.evidence]);
  const costLines = useMemo(() => groupCostLines(rows?.costLine ?? []), [rows?.costLine]);
  const made = useRef<MadeSummary | null>(null);
  const summary = useMemo(() => {
    if (rows === undefined) return undefined;
    const next = summariseBudget(rows, years, estimate, made.current);
    made.current = { rows, years, estimate, summary: next };
    return next;
  }, [rows, years, estimate]);
  const edits = useSheetEdits();
  const toggle = useCallback((rowId: string) => {
    const change = rowId.startsWith("source:") ? setOpened : setClosed;
    change((set) => withToggled(set, rowId));
  }, []);
  // Cells ask for these when they need them: a new outcome alone paints no cell again.
  const latest = useRef({ scenario, isPending, taskGrid, nameView });
  latest.current = { scenario, isPending, taskGrid, nameView };
  const describeStatus = useCallback(
    (taskId: string) => {
      const current = latest.current;
      const reason = current.scenario?.tasks.find((task) => task.taskId === taskId)?.reason ?? null;
      const names = makeRowNames(current.taskGrid, current.nameView);
      return reason === null ? undefined : describeReason(reason, { names, t, language });
    },
    [t, language],
  );
  const context = useMemo<BudgetContext>(
    () => ({
      t,
      language,
      unit,
      estimate,
      years,
      isReadOnly,
      evidence,
      costLines,
      isPending: () => latest.current.isPending,
      describeStatus,
      toggle,
    }),
    [t, language, unit, estimate, years, isReadOnly, evidence, costLines, describeStatus, toggle],
  );
  const sheet = useMemo(() => makeBudgetSheet(context), [context]);
  const spreadsheet = useSpreadsheet({
    sheet,
    isReadOnly,
    commit: edits.commit,
    onNotice: edits.setNotice,
  });
  const nameLine = useCallback(
    ({ sourceId, channelId }: LineSummary) => {
      const titleOf = (list: readonly { readonly id: string; readonly title: string }[] = [], id: string) =>
        list.find((row) => row.id === id)?.title ?? "";
      return `${titleOf(rows?.source, sourceId)} · ${titleOf(rows?.channel, channelId)}`;
    },
    [rows?.source, rows?.channel],
  );
  const withoutAreaTitle = t("tasks.withoutArea");
  const [rowMemo] = useState(() => new BudgetRowMemo());
  const treeRows = useMemo(
    () =>
      summary === undefined
        ? []
        : listBudgetRows(
            { summary, closed, filterText, withoutAreaTitle, nameLine, base, scenario },
            rowMemo,
          ),
    [summary, closed, filterText, withoutAreaTitle, nameLine, base, scenario, rowMemo],
  );
  const headRows = useStableValue(
    useMemo(() => {
      if (rows === undefined || summary === undefined) return [];
      const { source: sources, ceiling: ceilings } = rows;
      const totalTitle = t("tasks.allTasks");
      return listHeadRows({ sources, ceilings, summary, opened, totalTitle, base, scenario });
    }, [rows, summary, opened, base, scenario, t]),
  );
  const type = useLatestCallback((row: BudgetEntry, columnId: string, text: string) =>
    edits.type(readBudgetCell(row, columnId, text, context)),
  );
  const focusCell = useLatestCallback((row: BudgetEntry, columnId: string) => {
    setFocused({ row, columnId });
    select(selectionOf(row, columnId, context));
  });
  const forgetRevealed = useCallback(() => setRevealed(null), []);
  useRevealed((selection) => {
    if (rows === undefined) return false;
    const areaIdOf = (taskId: string) => rows.task.find(({ id }) => id === taskId)?.areaId ?? "";
    const cell = locateSelection(selection, areaIdOf, years);
    if (cell === null) return true;
    setView("table");
    setFilterText("");
    setClosed((set) => without(set, cell.openRowIds));
    setOpened((set) => new Set([...set, ...cell.openRowIds]));
    setRevealed(cell);
    return true;
  });
  if (rows === undefined || summary === undefined) return null;

  const explainHeadroom = (outcome: Outcome) => ({
    inputs: () => listCentralInputs(outcome, t, language),
    limits: () => {
      const names = makeRowNames(taskGrid, nameView);
      return listFigureLimits({ model: "B4" }, outcome, { names, t, language });
    },
  });
  const showLevel = (level: BudgetLevel) => {
    const areaIds = [...rows.area.map(({ id }) => areaRowId(id)), areaRowId("")];
    const taskIds = rows.task.map(({ id }) => taskRowId(id));
    setClosed(new Set(level === "areas" ? areaIds : level === "tasks" ? taskIds : []));
    setOpened(new Set());
  };
  const add = async (taskId: string, sourceId: string, channelId: string) => {
    const task = rows.task.find(({ id }) => id === taskId);
    if (task === undefined) return false;
    const isDone = (await edits.run(addLine(task, sourceId, channelId), t("budget.lineAdded"))) === null;
    if (!isDone) return false;
    setClosed((set) => without(set, [taskRowId(taskId), areaRowId(task.areaId)]));
    // The amount is what comes next.
    const rowId = budgetLineId(taskId, task.startYear, sourceId, channelId);
    setRevealed(
      locateSelection({ entity: "budgetLine", rowId, field: "likelyWon" }, () => task.areaId, years),
    );
    return true;
  };
  const headroom = scenario === undefined ? {} : explainHeadroom(scenario);
  const focusedRow = focused?.row ?? null;
  const focusedLine = focusedRow?.kind === "line" ? focusedRow : null;
  const costTarget =
    focusedLine === null
      ? null
      : findCostTarget(focusedLine, focused?.columnId ?? "", rows.budgetLine, years);
  const nameFocused = focusedLine === null ? null : `${focusedLine.task.code} · ${focusedLine.title}`;

  return (
    <div className={classes.screen}>
      <BudgetToolbar
        view={view}
        onViewChange={setView}
        filterText={filterText}
        onFilterChange={setFilterText}
        onLevelChange={showLevel}
        estimate={estimate}
        onEstimateChange={setEstimate}
        unit={unit}
        onUnitChange={setUnit}
        onCopyTable={spreadsheet.copyAll}
        focusedLineName={nameFocused}
        onDeleteLine={() => {
          if (focusedLine === null) return;
          const text = t("budget.lineDeleted", { line: nameFocused ?? "" });
          void edits.run(deleteLine(focusedLine), text);
          setFocused(null);
        }}
        isReadOnly={isReadOnly}
        showsCostLines={showsCostLines}
        onShowCostLines={setShowsCostLines}
        headroom={headroom}
        addLine={
          <AddLineForm
            tasks={rows.task}
            sources={rows.source}
            channels={rows.channel}
            focusedTaskId={focusedRow !== null && "task" in focusedRow ? focusedRow.task.id : null}
            isTaken={(taskId, sourceId, channelId) =>
              rows.budgetLine.some(
                (line) =>
                  line.taskId === taskId && line.sourceId === sourceId && line.channelId === channelId,
              )
            }
            onAdd={add}
          />
        }
      />
      {edits.notice}
      {(rows.task.length === 0 || rows.ceiling.length === 0) && (
        <p className={classes.empty}>
          {[
            ...(rows.task.length === 0 ? [t("budget.emptyState")] : []),
            ...(rows.ceiling.length === 0 ? [t("budget.noCeilings")] : []),
          ].join(" ")}
        </p>
      )}
      {view === "table" ? (
        <>
          <div className={classes.grid}>
            <BudgetGrid
              rows={treeRows}
              headRows={headRows}
              context={context}
              spreadsheet={spreadsheet.connection}
              onType={type}
              onFocusCell={focusCell}
              revealed={revealed}
              onRevealed={forgetRevealed}
            />
          </div>
          <SelectionStatus summary={spreadsheet.summary} />
          {showsCostLines && (
            <CostLinesPanel
              target={costTarget}
              lines={costLines.get(costTarget?.budgetLineId ?? "") ?? []}
              evidence={evidence}
              isReadOnly={isReadOnly}
              run={edits.run}
              onNotice={edits.setNotice}
              onClose={() => setShowsCostLines(false)}
            />
          )}
        </>
      ) : (
        <BudgetCharts
          summary={summary}
          sources={rows.source}
          inflationRatio={rows.plan[0]?.inflationRatio ?? 0}
          base={base}
          scenario={scenario}
          unit={unit}
          withoutAreaTitle={withoutAreaTitle}
        />
      )}
    </div>
  );
}

/** The amount under the cursor, as the plan has it now. */
function findCostTarget(
  row: LineRow,
  columnId: string,
  amounts: readonly Row<"budgetLine">[],
  years: readonly number[],
): CostLinesTarget | null {
  const target = findLineTarget(row, columnId, years);
  if (target === undefined) return null;
  const year = budgetLineYear(target.rowId);
  return {
    budgetLineId: target.rowId,
    name: `${row.task.code} · ${row.title} · ${year}`,
    amount: amounts.find(({ id }) => id === target.rowId),
  };
}

function listYears(plan: { readonly firstYear: number; readonly lastYear: number } | undefined): number[] {
  if (plan === undefined) return [];
  const count = Math.max(1, plan.lastYear - plan.firstYear + 1);
  return Array.from({ length: count }, (_, index) => plan.firstYear + index);
}

function withToggled(set: ReadonlySet<string>, rowId: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(rowId)) next.add(rowId);
  return next;
}

const without = (set: ReadonlySet<string>, rowIds: readonly string[]): ReadonlySet<string> =>
  new Set([...set].filter((rowId) => !rowIds.includes(rowId)));
