import type { ValueSetterParams } from "ag-grid-community";

/**
 * A column's `valueSetter` that changes nothing in the grid and hands what was
 * typed to `onEdit`: a cell shows a new value only after the plan took it. It is
 * called while the key is handled; the grid's own event for requested edits
 * comes by a timer, often a frame later.
 */
export const requestEdit =
  <Row>(onEdit: (row: Row, columnId: string, value: unknown) => void) =>
  ({ data, column, newValue }: ValueSetterParams<Row>): boolean => {
    onEdit(data, column.getColId(), newValue);
    return false;
  };
