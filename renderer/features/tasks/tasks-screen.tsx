import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { budgetLineId } from "../../../core/plan/row-id";
import { mintId } from "../../engine/mint-id";
import type { TaskGridRow, TaskGridView } from "../../engine/plan-api";
import { useLanguage } from "../../i18n/use-language";
import { describeFailure } from "../../session/error-text";
import { useTaskGrid } from "../../session/plan-queries";
import { useRevealed, useSelection } from "../../session/selection";
import { useOpenDocument, useSessionActions } from "../../session/use-plan-session";
import { useActiveOutcomes } from "../../session/what-if";
import type { MoneyUnit } from "../../ui/money-unit";
import { Notice } from "../../ui/notice";
import { SelectionStatus } from "../../ui/spreadsheet/selection-status";
import { useSpreadsheet } from "../../ui/spreadsheet/use-spreadsheet";
import type { SheetNotice } from "../../ui/spreadsheet/write-block";
import { useLatestCallback } from "../../ui/use-latest-callback";
import { useStableValue } from "../../ui/use-stable-value";
import { listSourceRows } from "./source-rows";
import { yearColumnId, yearOfColumn } from "./task-columns";
import {
  addArea,
  addTask,
  deleteArea,
  deleteTask,
  isTaskField,
  setAreaTitle,
  setTaskCell,
} from "./task-commands";
import { TaskGrid } from "./task-grid";
import type { TaskGridContext } from "./task-grid-context";
import {
  type AskedLine,
  areaIdOf,
  findDirectLine,
  listTaskGridRows,
  makeTotalRow,
  type TaskGridEntry,
} from "./task-grid-rows";
import { locateSelection, type RevealedCell, selectionOf } from "./task-selection";
import { makeTaskSheet } from "./task-sheet";
import { TaskToolbar } from "./task-toolbar";
import classes from "./tasks-screen.module.css";
import { useTaskBlocks } from "./use-task-blocks";

interface ScreenNotice {
  readonly tone: "info" | "problem";
  readonly text: string;
  readonly offersUndo: boolean;
}

/** Priority tasks with their money by year, typed like a spreadsheet. */
export default function TasksScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const actions = useSessionActions();
  const { isReadOnly } = useOpenDocument();
  const view = useStableView(useTaskGrid().data);
  const { base, scenario } = useActiveOutcomes();
  const [unit, setUnit] = useState<MoneyUnit>("million");
  const [filterText, setFilterText] = useState("");
  const [expandedTaskIds, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [focusedTaskId, setFocusedTask] = useState<string | null>(null);
  const [focusedAreaId, setFocusedArea] = useState<string | null>(null);
  const [rowToName, setRowToName] = useState<{ readonly id: string; readonly columnId: string } | null>(null);
  const [asked, askForLine] = useState<AskedLine | null>(null);
  const [revealed, setRevealed] = useState<RevealedCell | null>(null);
  const [, select] = useSelection();
  const [notice, setNotice] = useState<ScreenNotice | null>(null);

  /** Waits for the plan's answer; a refusal is shown and read out. */
  const settle = useCallback(
    async (edit: ReturnType<typeof actions.execute>, done: ScreenNotice | null = null): Promise<boolean> => {
      const result = await edit;
      // Typing the value that is already there is no mistake.
      if (result.ok || result.error.type === "nothing-changed") {
        setNotice(result.ok ? done : null);
        return true;
      }
      const text = describeFailure(t, { group: "edit", error: result.error });
      setNotice({ tone: "problem", text, offersUndo: false });
      return false;
    },
    [t],
  );

  const context = useMemo<TaskGridContext>(
    () => ({
      t,
      language,
      unit,
      isReadOnly,
      sources: view?.sources ?? [],
      channels: view?.channels ?? [],
      toggleTask: (taskId) => setExpanded((expanded) => toggle(expanded, taskId)),
      askForLine,
      addLine: async (taskId, year, sourceId, channelId) => {
        const rowId = budgetLineId(taskId, year, sourceId, channelId);
        const isDone = await settle(actions.setAmounts([{ rowId, likelyWon: 0 }]));
        askForLine(null);
        // The amount is what comes next.
        const line = { sourceId, channelId };
        if (isDone) setRevealed({ taskId, columnId: yearColumnId(year), line, isNew: true });
        return isDone;
      },
    }),
    [t, language, unit, isReadOnly, view?.sources, view?.channels, actions, settle],
  );
  const sheet = useMemo(() => makeTaskSheet(context), [context]);
  const commit = useTaskBlocks();
  const tell = useCallback(
    (told: SheetNotice | null) => setNotice(told === null ? null : { ...told, offersUndo: false }),
    [],
  );
  const spreadsheet = useSpreadsheet({ sheet, isReadOnly, commit, onNotice: tell });
  const rows = useMemo(
    () =>
      view === undefined
        ? []
        : listTaskGridRows(view, {
            expandedTaskIds,
            filterText,
            withoutAreaTitle: t("tasks.withoutArea"),
            asked,
          }),
    [view, expandedTaskIds, filterText, asked, t],
  );
  const pinnedRows = useStableValue(
    useMemo(
      () =>
        view === undefined
          ? []
          : [
              makeTotalRow(view, t("tasks.allTasks")),
              ...listSourceRows(view, base ?? null, scenario ?? null),
            ],
      [view, base, scenario, t],
    ),
  );
  useRevealed((selection) => {
    if (view === undefined) return false;
    const cell = locateSelection(selection);
    if (cell === null) return true;
    setFilterText("");
    if (cell.line !== null) setExpanded((expanded) => new Set([...expanded, cell.taskId]));
    setRevealed(cell);
    return true;
  });
  const setAmount = (row: TaskGridEntry, year: number, likelyWon: number): Promise<boolean> | undefined => {
    const line =
      row.kind === "line" ? row.line : row.kind === "task" ? findDirectLine(row.task, year) : undefined;
    if (line === undefined || !("task" in row)) return undefined;
    const rowId = budgetLineId(row.task.id, year, line.sourceId, line.channelId);
    return settle(actions.setAmounts([{ rowId, likelyWon }]));
  };
  const edit = useLatestCallback((row: TaskGridEntry, columnId: string, value: unknown) => {
    const year = yearOfColumn(columnId);
    if (year !== undefined && typeof value === "number") return setAmount(row, year, value);
    if (row.kind === "task" && isTaskField(columnId) && isCellValue(value))
      return settle(actions.execute(setTaskCell(row.task.id, columnId, value)));
    const areaId = areaIdOf(row);
    return areaId !== null && typeof value === "string"
      ? settle(actions.execute(setAreaTitle(areaId, value)))
      : undefined;
  });
  /** No line, or several, could take an amount of this task: shows where it can be typed. */
  const showLines = useLatestCallback((task: TaskGridRow, year: number) => {
    const name = `${task.code} ${task.title}`.trim();
    const text = t(task.lines.length === 0 ? "tasks.chooseSource" : "tasks.chooseLine", { task: name });
    setNotice({ tone: "info", text, offersUndo: false });
    setExpanded((expanded) => new Set([...expanded, task.id]));
    const line = task.lines.find(({ amounts }) => amounts[year] !== undefined) ?? task.lines[0];
    if (line === undefined) askForLine({ taskId: task.id, year });
    else setRevealed({ taskId: task.id, columnId: yearColumnId(year), line });
  });
  const focusCell = useLatestCallback((row: TaskGridEntry, columnId: string) => {
    setFocusedArea(areaIdOf(row));
    select(selectionOf(row, columnId));
  });
  const forgetRevealed = useCallback(() => setRevealed(null), []);
  const forgetNaming = useCallback(() => setRowToName(null), []);
  const focusedTask = view?.rows.find((task) => task.id === focusedTaskId);
  const nameFocused = focusedTask === undefined ? "" : `${focusedTask.code} ${focusedTask.title}`;
  const emptyArea = view?.areas.find(
    ({ id }) => id === focusedAreaId && !view.rows.some((task) => task.areaId === id),
  );
  const deletableKind = focusedTask !== undefined ? "task" : emptyArea !== undefined ? "area" : null;
  const remove = useLatestCallback(() => {
    const done = (text: string): ScreenNotice => ({ tone: "info", text, offersUndo: true });
    if (focusedTask !== undefined)
      void settle(actions.execute(deleteTask(focusedTask)), done(t("tasks.deleted", { task: nameFocused })));
    else if (emptyArea !== undefined)
      void settle(
        actions.execute(deleteArea(emptyArea.id)),
        done(t("tasks.areaDeleted", { area: emptyArea.title })),
      );
    setFocusedTask(null);
    setFocusedArea(null);
  });
  const add = useLatestCallback(async (areaId: string) => {
    if (view === undefined) return;
    const taskId = mintId();
    const command = addTask(view, areaId, taskId, t("tasks.newTask"));
    const notice: ScreenNotice = { tone: "info", text: t("tasks.added"), offersUndo: true };
    if (await settle(actions.execute(command), notice))
      setRowToName({ id: `task:${taskId}`, columnId: "title" });
  });
  const addEmptyArea = useLatestCallback(async () => {
    const areaId = mintId();
    const command = addArea(view?.areas ?? [], areaId, t("tasks.newArea"));
    const notice: ScreenNotice = { tone: "info", text: t("tasks.areaAdded"), offersUndo: true };
    setFilterText("");
    if (await settle(actions.execute(command), notice))
      setRowToName({ id: `area:${areaId}`, columnId: "area" });
  });
  const toggleAll = useLatestCallback(() =>
    setExpanded(expandedTaskIds.size > 0 ? new Set() : new Set(view?.rows.map((task) => task.id))),
  );
  if (view === undefined) return null;

  return (
    <div className={classes.screen}>
      <TaskToolbar
        areas={view.areas}
        taskCount={view.rows.length}
        unit={unit}
        onUnitChange={setUnit}
        filterText={filterText}
        onFilterChange={setFilterText}
        isAllExpanded={expandedTaskIds.size > 0}
        onToggleAll={toggleAll}
        deletableKind={deletableKind}
        deletableName={deletableKind === "area" ? (emptyArea?.title ?? "") : nameFocused}
        isReadOnly={isReadOnly}
        onAdd={add}
        onAddArea={addEmptyArea}
        onDelete={remove}
      />
      {notice !== null && (
        <Notice
          tone={notice.tone}
          text={notice.text}
          action={
            notice.offersUndo
              ? {
                  label: t("frame.undo"),
                  run: () => {
                    setNotice(null);
                    void actions.undo();
                  },
                }
              : undefined
          }
          onClose={() => setNotice(null)}
        />
      )}
      {view.rows.length === 0 && <p className={classes.empty}>{t("tasks.emptyState")}</p>}
      <div className={classes.grid}>
        <TaskGrid
          rows={rows}
          pinnedRows={pinnedRows}
          years={view.years}
          context={context}
          onEdit={edit}
          spreadsheet={spreadsheet.connection}
          onFocusTask={setFocusedTask}
          onFocusCell={focusCell}
          revealed={revealed}
          onRevealed={forgetRevealed}
          rowToName={rowToName}
          onNaming={forgetNaming}
          onAskForLine={showLines}
        />
      </div>
      <SelectionStatus summary={spreadsheet.summary} />
    </div>
  );
}

/**
 * What stands around the tasks stays the same object until it changes. The
 * tasks themselves arrive that way and need not be compared.
 */
function useStableView(view: TaskGridView | undefined): TaskGridView | undefined {
  const head = useStableValue(
    useMemo(() => {
      if (view === undefined) return undefined;
      const { rows: _rows, ...rest } = view;
      return rest;
    }, [view]),
  );
  const tasks = view?.rows;
  return useMemo(
    () => (head === undefined || tasks === undefined ? undefined : { ...head, rows: tasks }),
    [head, tasks],
  );
}

function toggle(expanded: ReadonlySet<string>, taskId: string): ReadonlySet<string> {
  const next = new Set(expanded);
  if (!next.delete(taskId)) next.add(taskId);
  return next;
}

const isCellValue = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
