import { type ChangeLabel, canTakeBack } from "../../core/planfile/change-label";
import { type HistoryFilter, listChangedCells, listHistory } from "../../core/planfile/list-history";
import type { PlanDocument } from "../../core/planfile/plan-document";
import { valueBefore } from "../../core/planfile/undo-change";
import { describeChange } from "./describe-change";
import {
  type CellHistoryLine,
  type ChangeDetail,
  type HistoryLine,
  MAX_SHOWN_CELLS,
  type MergeLine,
} from "./history-api";
import { namePlanRow } from "./name-plan-row";
import type { ChangeLabelView } from "./plan-api";
import { showChangedCell } from "./show-cells";

/** As many row names as a line has room for. */
const ROW_NAMES_IN_LINE = 4;

/** What is needed of a plan to show its history. */
type HistoryOf = Pick<PlanDocument, "folded" | "tables">;

/** The changes that fit, the latest first. */
export function showHistory(
  document: HistoryOf,
  filter: HistoryFilter,
  isWanted?: (changeId: string) => boolean,
): readonly HistoryLine[] {
  const { index } = document.folded;
  return listHistory(index, filter, isWanted).map(({ changeNumber, label, undoes: _undoes, ...entry }) => {
    const rows = new Map<string, { readonly entity: string; readonly rowId: string }>();
    const fields = new Set<string>();
    for (const { entity, rowId, cells } of index.changeAt(changeNumber)?.ops ?? []) {
      if (rows.size < ROW_NAMES_IN_LINE) rows.set(`${entity}\n${rowId}`, { entity, rowId });
      for (const field of Object.keys(cells)) fields.add(field);
    }
    const names = [...rows.values()].map(({ entity, rowId }) => namePlanRow(document.tables, entity, rowId));
    return {
      ...entry,
      label: showLabel(label),
      rowNames: [...new Set(names)],
      fields: [...fields],
      canTakeBack: canTakeBack(label),
    };
  });
}

/** One change with its cells; null for a change that the plan does not have. */
export function showChange(document: HistoryOf, changeId: string): ChangeDetail | null {
  const { index } = document.folded;
  const [line] = showHistory(document, {}, (id) => id === changeId);
  if (line === undefined) return null;
  const cells = listChangedCells(index, document.tables, changeId)
    .slice(0, MAX_SHOWN_CELLS)
    .map((cell) => showChangedCell(document.tables, cell));
  return { line, cells };
}

/** The latest changes of a cell or, without a field, of a row. A row's first change sets all of its cells: it is one line. */
export function showCellHistory(
  document: HistoryOf,
  entity: string,
  rowId: string,
  field: string | null,
  limit: number,
): readonly CellHistoryLine[] {
  const { index } = document.folded;
  const filter = { entity, rowId, ...(field === null ? {} : { field }) };
  return listHistory(index, filter)
    .slice(0, limit)
    .map(({ changeId, changeNumber, personId, personName, atMs, label }) => ({
      changeId,
      personId,
      personName,
      atMs,
      label: showLabel(label),
      // A change may set a hundred thousand cells; only those of the row are looked at.
      cells: (index.changeAt(changeNumber)?.ops ?? [])
        .filter((op) => op.entity === entity && op.rowId === rowId)
        .flatMap((op) => Object.entries(op.cells).map(([name, to]) => ({ op, name, to })))
        .filter(({ name }) => field === null || name === field)
        .map(({ op, name, to }) =>
          showChangedCell(document.tables, {
            entity,
            rowId,
            rowName: "",
            field: name,
            from: valueBefore(op, name, index),
            to,
          }),
        ),
    }));
}

const showLabel = (label: ChangeLabel | null): ChangeLabelView =>
  label === null ? { key: "change.unknown", params: {} } : describeChange(label);

/** Merges with other files, the latest first. */
export function showMerges({
  merges,
  people,
}: Pick<PlanDocument, "merges" | "people">): readonly MergeLine[] {
  const nameOf = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return [...merges]
    .sort((a, b) => b.mergedAtMs - a.mergedAtMs)
    .map(({ mergedAtMs, personId, otherFile, addedChanges, conflicts }) => ({
      mergedAtMs,
      personName: nameOf.get(personId ?? "") ?? "",
      otherFile,
      addedChanges,
      conflicts,
    }));
}
