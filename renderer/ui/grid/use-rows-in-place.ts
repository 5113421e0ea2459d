import type { GridApi } from "ag-grid-community";
import { type RefObject, useLayoutEffect, useRef } from "react";

interface RowsInPlace<Row> {
  readonly apiRef: RefObject<GridApi<Row> | null>;
  readonly rows: readonly Row[];
  /** The grid's own key: another one is a new grid, which is given all rows. */
  readonly gridKey: string;
  /** Rows were changed behind the grid's back. */
  readonly onChanged: () => void;
}

/**
 * The rows to give to a grid. Where an edit changed what some rows say, but
 * neither which rows there are nor their order, the grid keeps the list that it
 * has and the changed rows are put in their places: going through thousands of
 * rows again takes longer than all else that an edit does.
 */
export function useRowsInPlace<Row extends { readonly id: string }>({
  apiRef,
  rows,
  gridKey,
  onChanged,
}: RowsInPlace<Row>): readonly Row[] {
  const given = useRef(rows);
  const shown = useRef(rows);
  const shownIn = useRef(gridKey);
  const api = apiRef.current;
  const isInPlace =
    api !== null && !isSorted(api) && shownIn.current === gridKey && areSameRows(shown.current, rows);
  const next = isInPlace ? given.current : rows;
  useLayoutEffect(() => {
    const changed = isInPlace ? rows.filter((row, index) => row !== shown.current[index]) : [];
    for (const row of changed) api?.getRowNode(row.id)?.updateData(row);
    given.current = next;
    shown.current = rows;
    shownIn.current = gridKey;
    if (changed.length > 0) onChanged();
  }, [api, rows, next, gridKey, isInPlace, onChanged]);
  return next;
}

/** Another value may move a row. */
const isSorted = <Row>(api: GridApi<Row>): boolean =>
  api.isDestroyed() || api.getColumnState().some(({ sort }) => sort !== null && sort !== undefined);

const areSameRows = (a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
