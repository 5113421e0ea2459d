import type { GridApi, IRowNode } from "ag-grid-community";
import { type RefObject, useLayoutEffect, useRef } from "react";

interface RowsInPlace<Row> {
  readonly apiRef: RefObject<GridApi<Row> | null>;
  readonly rows: readonly Row[];
  /** The grid's own key: another one is a new grid, which is given all rows. */
  readonly gridKey: string;
  /** Where the grid keeps a row; rows of the body by default. */
  readonly findNode?: (api: GridApi<Row>, row: Row, index: number) => IRowNode<Row> | undefined;
  /** Rows were changed behind the grid's back. */
  readonly onChanged: () => void;
}

/** For `findNode`: rows that are pinned to the top. */
export const findPinnedTopRow = <Row>(
  api: GridApi<Row>,
  _row: Row,
  index: number,
): IRowNode<Row> | undefined => api.getPinnedTopRow(index);

/** For `findNode`: rows that are pinned to the bottom. */
export const findPinnedBottomRow = <Row>(
  api: GridApi<Row>,
  _row: Row,
  index: number,
): IRowNode<Row> | undefined => api.getPinnedBottomRow(index);

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
  findNode = findRow,
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
    const before = shown.current;
    given.current = next;
    shown.current = rows;
    shownIn.current = gridKey;
    if (!isInPlace) return;
    let isChanged = false;
    for (const [index, row] of rows.entries()) {
      if (row === before[index]) continue;
      findNode(api, row, index)?.updateData(row);
      isChanged = true;
    }
    if (isChanged) onChanged();
  }, [api, rows, next, gridKey, isInPlace, findNode, onChanged]);
  return next;
}

const findRow = <Row extends { readonly id: string }>(api: GridApi<Row>, { id }: Row) => api.getRowNode(id);

/** Another value may move a row. */
const isSorted = <Row>(api: GridApi<Row>): boolean =>
  api.isDestroyed() || api.getColumnState().some(({ sort }) => sort !== null && sort !== undefined);

const areSameRows = (a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]): boolean =>
  a.length === b.length && a.every((row, index) => row === b[index] || row.id === b[index]?.id);
