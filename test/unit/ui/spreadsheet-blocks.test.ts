import { describe, expect, it } from "vitest";
import {
  boundsOf,
  isInBounds,
  moveCorner,
  singleCell,
  stepWithin,
  wholeSheet,
} from "../../../renderer/ui/spreadsheet/cell-range";
import { collectEdits } from "../../../renderer/ui/spreadsheet/collect-edits";
import {
  layOutClear,
  layOutFillDown,
  layOutPaste,
  type TargetCell,
} from "../../../renderer/ui/spreadsheet/lay-out-block";
import { readSheetKey } from "../../../renderer/ui/spreadsheet/spreadsheet-keys";
import { sumAddends } from "../../../renderer/ui/spreadsheet/sum-addends";
import { parseTsv } from "../../../renderer/ui/spreadsheet/tsv";

const size = { rows: 4, columns: 5 };
const at = (row: number, column: number) => ({ row, column });
const bounds = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right });
const written = (cells: readonly TargetCell[]) =>
  cells.map(({ row, column, text }) => `${row},${column}=${text}`);

describe("a range of cells", () => {
  it("grows from its anchor in any direction and stops at the edges", () => {
    let range = singleCell(at(1, 1));
    range = moveCorner(range, "ArrowDown", size);
    range = moveCorner(range, "ArrowRight", size);
    expect(boundsOf(range)).toEqual(bounds(1, 1, 2, 2));
    range = moveCorner(moveCorner(range, "ArrowUp", size, true), "ArrowLeft", size, true);
    expect(boundsOf(range)).toEqual(bounds(0, 0, 1, 1));
    expect(boundsOf(moveCorner(range, "ArrowUp", size))).toEqual(bounds(0, 0, 1, 1));
    expect(boundsOf(moveCorner(range, "ArrowDown", size, true))).toEqual(bounds(1, 0, 3, 1));
  });

  it("holds its corners and nothing outside", () => {
    expect(isInBounds(bounds(1, 1, 2, 2), at(2, 2))).toBe(true);
    expect(isInBounds(bounds(1, 1, 2, 2), at(2, 3))).toBe(false);
    expect(boundsOf(wholeSheet(size))).toEqual(bounds(0, 0, 3, 4));
  });

  it("is walked through down the columns by Enter and along the rows by Tab, and round again", () => {
    const block = bounds(0, 0, 1, 1);
    expect(stepWithin(block, at(0, 0), "Enter", false)).toEqual(at(1, 0));
    expect(stepWithin(block, at(1, 0), "Enter", false)).toEqual(at(0, 1));
    expect(stepWithin(block, at(0, 0), "Tab", false)).toEqual(at(0, 1));
    expect(stepWithin(block, at(1, 1), "Tab", false)).toEqual(at(0, 0));
    expect(stepWithin(block, at(0, 0), "Tab", true)).toEqual(at(1, 1));
  });
});

describe("keys of a sheet", () => {
  const press = (key: string, modifiers: Partial<Parameters<typeof readSheetKey>[0]> = {}) =>
    readSheetKey({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...modifiers });

  it("are read as in other spreadsheets", () => {
    expect(press("ArrowDown", { shiftKey: true })).toEqual({
      type: "extend",
      key: "ArrowDown",
      toEdge: false,
    });
    expect(press("ArrowDown", { shiftKey: true, ctrlKey: true })).toMatchObject({ toEdge: true });
    expect(press("a", { ctrlKey: true })).toEqual({ type: "select-all" });
    expect(press("D", { metaKey: true })).toEqual({ type: "fill-down" });
    expect(press("Delete")).toEqual({ type: "clear" });
    expect(press("Tab", { shiftKey: true })).toEqual({ type: "step", key: "Tab", isBackwards: true });
  });

  it("leave plain arrows, letters and other commands alone", () => {
    for (const key of ["ArrowDown", "5", "F2", "PageDown"]) expect(press(key)).toBeNull();
    expect(press("c", { ctrlKey: true })).toBeNull();
    expect(press("a", { ctrlKey: true, shiftKey: true })).toBeNull();
    expect(press("Delete", { altKey: true })).toBeNull();
  });
});

describe("layOutPaste", () => {
  it("puts one value into every cell of the selection", () => {
    const { cells } = layOutPaste([["7"]], bounds(0, 0, 1, 1), size);
    expect(written(cells)).toEqual(["0,0=7", "0,1=7", "1,0=7", "1,1=7"]);
  });

  it("goes beyond a selection that is smaller than the block", () => {
    const { cells, bounds: target, cutOff } = layOutPaste(parseTsv("1\t2\n3\t4"), bounds(1, 1), size);
    expect(written(cells)).toEqual(["1,1=1", "1,2=2", "2,1=3", "2,2=4"]);
    expect(target).toEqual(bounds(1, 1, 2, 2));
    expect(cutOff).toBe(0);
  });

  it("tiles a selection that is a multiple of the block", () => {
    const { cells } = layOutPaste([["1", "2"]], bounds(0, 0, 1, 3), size);
    expect(written(cells)).toEqual(["0,0=1", "0,1=2", "0,2=1", "0,3=2", "1,0=1", "1,1=2", "1,2=1", "1,3=2"]);
  });

  it("keeps the block's size where the selection is no multiple of it", () => {
    const { bounds: target } = layOutPaste([["1", "2"]], bounds(0, 0, 0, 2), size);
    expect(target).toEqual(bounds(0, 0, 0, 1));
  });

  it("cuts off and counts what lies beyond the sheet", () => {
    const { cells, cutOff } = layOutPaste(parseTsv("1\t2\n3\t4\n5\t6"), bounds(3, 4), size);
    expect(written(cells)).toEqual(["3,4=1"]);
    expect(cutOff).toBe(5);
  });

  it("leaves cells alone that a shorter row says nothing about", () => {
    expect(written(layOutPaste([["1", "2"], ["3"]], bounds(0, 0), size).cells)).toEqual([
      "0,0=1",
      "0,1=2",
      "1,0=3",
    ]);
  });
});

describe("filling and clearing", () => {
  const readText = ({ row, column }: { row: number; column: number }) => `r${row}c${column}`;

  it("copies the first row of a selection into the rows below", () => {
    expect(written(layOutFillDown(bounds(0, 1, 2, 2), readText))).toEqual([
      "1,1=r0c1",
      "2,1=r0c1",
      "1,2=r0c2",
      "2,2=r0c2",
    ]);
  });

  it("gives a single row what stands above it, and the first row nothing", () => {
    expect(written(layOutFillDown(bounds(2, 0), readText))).toEqual(["2,0=r1c0"]);
    expect(layOutFillDown(bounds(0, 0), readText)).toEqual([]);
  });

  it("empties every cell", () => {
    expect(written(layOutClear(bounds(0, 0, 1, 0)))).toEqual(["0,0=", "1,0="]);
  });
});

describe("collectEdits", () => {
  const cells = layOutPaste(parseTsv("1\t2\n3\t4"), bounds(0, 0), size).cells;
  const set = (rowId: string, field: string, value: number) =>
    ({ type: "set", edits: [{ entity: "task", rowId, cells: { [field]: value } }] }) as const;

  it("makes one edit a row of the plan and counts what was passed over", () => {
    const collected = collectEdits(cells, ({ row, column, text }) =>
      row === 1 && column === 1 ? { type: "locked" } : set(`t${row}`, `f${column}`, Number(text)),
    );
    expect(collected).toEqual({
      ok: true,
      value: {
        edits: [
          { entity: "task", rowId: "t0", cells: { f0: 1, f1: 2 } },
          { entity: "task", rowId: "t1", cells: { f0: 3 } },
        ],
        cleared: [],
        written: 3,
        skipped: 1,
      },
    });
  });

  it("refuses the whole block with the first cell that does not fit", () => {
    const collected = collectEdits(cells, ({ text }) =>
      text === "1" ? set("t0", "f0", 1) : { type: "refused", reason: `not ${text}` },
    );
    expect(collected).toMatchObject({ ok: false, error: { cell: { row: 0, column: 1 }, reason: "not 2" } });
  });

  it("refuses a block that would both set and delete rows: it could not be undone in one step", () => {
    const collected = collectEdits(cells, ({ text }) =>
      text === "1" ? set("t0", "f0", 1) : { type: "clear", rows: [{ entity: "ceiling", rowId: "c" }] },
    );
    expect(collected).toMatchObject({
      ok: false,
      error: { type: "clear-and-set", cell: { row: 0, column: 1 } },
    });
  });

  it("reads 1,000 rows of 10 cells in a fraction of a second", () => {
    const text = Array.from({ length: 1_000 }, (_, row) =>
      Array(10)
        .fill(`1,${100 + (row % 900)}`)
        .join("\t"),
    ).join("\r\n");
    const startMs = performance.now();
    const { cells: many } = layOutPaste(parseTsv(text), bounds(0, 0), { rows: 1_000, columns: 10 });
    const collected = collectEdits(many, ({ row, column, text: value }) =>
      set(`t${row}`, `f${column}`, Number(value.replace(",", ""))),
    );
    expect(collected).toMatchObject({ ok: true, value: { written: 10_000 } });
    expect(performance.now() - startMs).toBeLessThan(250);
  });
});

describe("sumAddends", () => {
  it("adds numbers and says null where there are none", () => {
    expect(sumAddends([1, null, 2])).toBe(3);
    expect(sumAddends([null, null])).toBeNull();
    expect(sumAddends([0])).toBe(0);
  });
});
