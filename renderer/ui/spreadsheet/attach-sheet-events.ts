import type { GridApi } from "ag-grid-community";
import type { RequestedEdits } from "../grid/requested-edits";
import type { ClipboardBlock } from "./sheet-clipboard";
import type { SheetSelection } from "./sheet-selection";
import { findGridCell, type GridCell } from "./sheet-view";
import { readSheetKey } from "./spreadsheet-keys";

interface SheetEvents<Row> {
  readonly api: GridApi<Row>;
  readonly root: HTMLElement;
  readonly selection: SheetSelection<Row>;
  readonly requests: RequestedEdits<Row>;
  readonly copy: () => ClipboardBlock | null;
  readonly cut: () => ClipboardBlock | null;
  readonly paste: (text: string) => void;
  readonly clear: () => void;
  readonly fillDown: () => void;
}

const SCROLL_STEP_MS = 60;
const EDGE_PIXELS = 18;

/**
 * Connects mouse, keyboard and clipboard with a selection, ahead of the grid's
 * own listeners. Text fields inside the grid keep all their keys. Returns what
 * takes the listeners away again.
 */
export function attachSheetEvents<Row>(events: SheetEvents<Row>): () => void {
  const { api, root, selection } = events;
  const ending = new AbortController();
  const { signal } = ending;
  root.addEventListener("keydown", (event) => onKeyDown(event, events), { capture: true, signal });
  root.addEventListener("mousedown", (event) => onMouseDown(event, events, signal), {
    capture: true,
    signal,
  });
  // The grid moves its focus when the pointer goes down, before there is a mouse event.
  root.addEventListener(
    "pointerdown",
    (event) => {
      if (isExtending(event, events)) event.stopPropagation();
    },
    { capture: true, signal },
  );
  const onClipboard = (event: ClipboardEvent, take: () => ClipboardBlock | null) => {
    if (!isSheetFocused(root)) return;
    selection.followFocus();
    const block = take();
    if (block === null) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", block.text);
    event.clipboardData?.setData("text/html", block.html);
  };
  document.addEventListener("copy", (event) => onClipboard(event, events.copy), { signal });
  document.addEventListener("cut", (event) => onClipboard(event, events.cut), { signal });
  document.addEventListener(
    "paste",
    (event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isSheetFocused(root) || text === "") return;
      event.preventDefault();
      selection.followFocus();
      events.paste(text);
    },
    { signal },
  );
  // The grid tells of its focus a little later; whoever acts on the selection looks for first.
  const followFocus = () => selection.followFocus();
  const refresh = () => selection.refresh();
  api.addEventListener("cellFocused", followFocus);
  api.addEventListener("modelUpdated", refresh);
  api.addEventListener("pinnedRowDataChanged", refresh);
  api.addEventListener("displayedColumnsChanged", refresh);
  return () => {
    ending.abort();
    if (api.isDestroyed()) return;
    api.removeEventListener("cellFocused", followFocus);
    api.removeEventListener("modelUpdated", refresh);
    api.removeEventListener("pinnedRowDataChanged", refresh);
    api.removeEventListener("displayedColumnsChanged", refresh);
  };
}

/** A cell has the focus and is not being edited. */
function isSheetFocused(root: HTMLElement): boolean {
  const focused = document.activeElement;
  return focused !== null && root.contains(focused) && isCellItself(focused);
}

const isCellItself = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.classList.contains("ag-cell") && !isBeingEdited(target);

const isBeingEdited = (element: Element) => element.closest(".ag-cell-inline-editing") !== null;

function onKeyDown<Row>(event: KeyboardEvent, events: SheetEvents<Row>): void {
  const { selection, clear, fillDown } = events;
  if (event.target instanceof Element && isBeingEdited(event.target)) {
    if (event.key === "Enter" || event.key === "Tab") leaveEditor(event, event.target, events);
    return;
  }
  if (!isCellItself(event.target)) return;
  const key = readSheetKey(event);
  if (key === null) return;
  selection.followFocus();
  if (key.type === "clear") clear();
  else if (key.type === "fill-down") fillDown();
  else if (!selection.move(key)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Enter and Tab take what was typed and go on, with the plan's answer. */
function leaveEditor<Row>(event: KeyboardEvent, editor: Element, events: SheetEvents<Row>): void {
  const { api, requests } = events;
  const next = event.key === "Enter" ? findNextInColumn(event.shiftKey ? -1 : 1, events) : null;
  const leave = () => {
    if (next !== null && leaveTo(next, events)) return;
    // The same key comes once more.
    editor.dispatchEvent(new KeyboardEvent(event.type, event));
  };
  const isHeld = !event.isComposing && !requests.isLeaving && requests.leaveWithAnswer(api, leave);
  if (isHeld) {
    event.preventDefault();
    event.stopPropagation();
  } else if (event.key === "Tab") leaveByTab(event, events);
}

interface NextCell {
  readonly rowId: string;
  readonly columnId: string;
}

/** The cell under or over the one that is being edited; null in all but the plainest case, which the grid knows how to treat. */
function findNextInColumn<Row>(step: 1 | -1, { api, root, selection }: SheetEvents<Row>): NextCell | null {
  const [editing] = api.getEditingCells();
  const columnId = editing?.column?.getColId();
  if (editing === undefined || columnId === undefined) return null;
  if (editing.rowPinned || selection.selectedCells !== null) return null;
  const row = root.querySelector(`.ag-row[row-index="${editing.rowIndex + step}"]`);
  const rowId = row?.getAttribute("row-id") ?? null;
  const hasCell = row?.querySelector(`.ag-cell[col-id="${columnId}"]`) != null;
  return rowId === null || !hasCell ? null : { rowId, columnId };
}

/**
 * Goes to a cell and closes the editor behind it, also where the edit has sorted
 * the rows anew. The grid closes the editor first and so gives the focus to its
 * cell on the way, with a layout for each. False when the row is gone.
 */
function leaveTo<Row>({ rowId, columnId }: NextCell, { api }: SheetEvents<Row>): boolean {
  const rowIndex = api.getRowNode(rowId)?.rowIndex;
  if (rowIndex === null || rowIndex === undefined) return false;
  api.ensureIndexVisible(rowIndex);
  api.setFocusedCell(rowIndex, columnId);
  api.stopEditing();
  return true;
}

/** Goes on as in other spreadsheets; the grid would open the next cell for typing. */
function leaveByTab<Row>(event: KeyboardEvent, { api, selection }: SheetEvents<Row>): void {
  event.preventDefault();
  event.stopPropagation();
  api.stopEditing();
  // What does not fit stays open, with the reason beside it.
  if (api.getEditingCells().length > 0) return;
  selection.followFocus();
  if (selection.move({ type: "step", key: "Tab", isBackwards: event.shiftKey })) return;
  if (event.shiftKey) api.tabToPreviousCell();
  else api.tabToNextCell();
}

function onMouseDown<Row>(event: MouseEvent, events: SheetEvents<Row>, signal: AbortSignal): void {
  const cell = findGridCell(event.target);
  if (event.button !== 0 || cell === undefined || isInsideControl(event.target)) return;
  if (isExtending(event, events)) {
    // The active cell keeps the focus, as in other spreadsheets.
    event.preventDefault();
    event.stopPropagation();
    events.selection.extendTo(cell);
  } else events.selection.collapseTo(cell);
  drag(cell, events, signal);
}

/** A click with Shift on a cell, while there is a selection that it can extend. */
const isExtending = <Row>(
  { button, shiftKey, target }: MouseEvent,
  { selection }: SheetEvents<Row>,
): boolean =>
  button === 0 &&
  shiftKey &&
  selection.bounds !== null &&
  findGridCell(target) !== undefined &&
  !isInsideControl(target);

const isInsideControl = (target: EventTarget | null) =>
  target instanceof Element && (isBeingEdited(target) || target.closest("button, input, a") !== null);

/** Extends the selection while the button is down; at the upper and lower edge the rows move on. */
function drag<Row>(start: GridCell, { api, root, selection }: SheetEvents<Row>, signal: AbortSignal): void {
  const ending = new AbortController();
  const until = AbortSignal.any([signal, ending.signal]);
  let direction = 0;
  let reached = start.gridIndex;
  const timer = window.setInterval(() => {
    if (direction === 0 || start.section !== "body") return;
    reached = Math.min(Math.max(reached + direction, 0), api.getDisplayedRowCount() - 1);
    api.ensureIndexVisible(reached);
    const { columnId } = last;
    selection.extendTo({ section: "body", gridIndex: reached, columnId });
  }, SCROLL_STEP_MS);
  let last = start;
  document.addEventListener(
    "mousemove",
    (event) => {
      if ((event.buttons & 1) === 0) return ending.abort();
      direction = directionAt(event.clientY, root);
      const cell = findGridCell(document.elementFromPoint(event.clientX, event.clientY));
      if (cell === undefined || cell.section !== start.section) return;
      last = cell;
      reached = cell.gridIndex;
      selection.followFocus();
      selection.extendTo(cell);
    },
    { signal: until },
  );
  document.addEventListener("mouseup", () => ending.abort(), { signal: until });
  until.addEventListener("abort", () => window.clearInterval(timer), { once: true });
}

/** Which way the rows should move for a mouse at this height: −1 up, 1 down, 0 not at all. */
function directionAt(y: number, root: HTMLElement): number {
  const area = root.querySelector(".ag-grid-viewport")?.getBoundingClientRect();
  if (area === undefined) return 0;
  const pinned = root.querySelector(".ag-grid-pinned-top-rows-container")?.getBoundingClientRect();
  const header = root.querySelector(".ag-header")?.getBoundingClientRect();
  const top = Math.max(area.top, pinned?.bottom ?? 0, header?.bottom ?? 0);
  const below = root.querySelector(".ag-grid-pinned-bottom-rows-container")?.getBoundingClientRect();
  const bottom = below === undefined || below.height === 0 ? area.bottom : below.top;
  if (y < top) return -1;
  return y > bottom - EDGE_PIXELS ? 1 : 0;
}
