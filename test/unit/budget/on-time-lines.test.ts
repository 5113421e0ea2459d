import fc from "fast-check";
import { expect, test } from "vitest";
import { addLines, fitsLines, priceLines } from "../../../core/budget/on-time-lines";
import { packLines } from "../../../core/budget/packed-lines";

const ROWS = 3;
const YEARS = 4;
const CELLS = ROWS * YEARS;

/** Amounts by task, then cell: many cells are empty, so that tasks have 0 to 12 lines. */
const anyTasks = fc.array(
  fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.5, max: 1e9, noNaN: true })), {
    minLength: CELLS,
    maxLength: CELLS,
  }),
  { minLength: 1, maxLength: 6 },
);
const anyCells = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
  minLength: CELLS,
  maxLength: CELLS,
});

const pack = (tasks: readonly (readonly number[])[]) =>
  packLines(Float64Array.from(tasks.flat()), tasks.length, ROWS, YEARS);

/** The lines of a task as pairs of cell and value. */
const linesOf = (task: readonly number[]) =>
  task.flatMap((value, cell) => (value === 0 ? [] : [{ cell, value }]));

const roomFor = (tasks: readonly unknown[], lines: number) => ({
  onTimeWon: new Float64Array(lines),
  byTaskWon: new Float64Array(tasks.length),
});

test("pricing one line after another gives the same amounts and sums to the last bit", () => {
  fc.assert(
    fc.property(
      anyTasks,
      fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: CELLS, maxLength: CELLS }),
      (tasks, levels) => {
        const money = pack(tasks);
        const lines = {
          money,
          amountWon: money.values,
          needs: money,
          ...roomFor(tasks, money.values.length),
        };
        // What a draw before has left is to be overwritten.
        const byCellWon = new Float64Array(CELLS).fill(7);
        priceLines(lines, Float64Array.from(levels), byCellWon);
        const priced = tasks.map((task) =>
          linesOf(task).map(({ cell, value }) => ({ cell, won: Math.round(value * (levels[cell] ?? 1)) })),
        );
        expect([...lines.onTimeWon]).toEqual(priced.flat().map(({ won }) => won));
        expect([...lines.byTaskWon]).toEqual(
          priced.map((task) => task.reduce((sum, { won }) => sum + won, 0)),
        );
        const sums = new Array<number>(CELLS).fill(0);
        for (const { cell, won } of priced.flat()) sums[cell] = (sums[cell] ?? 0) + won;
        expect([...byCellWon]).toEqual(sums);
      },
    ),
  );
});

test("drawn amounts are priced in place of the planned ones, also into their own list", () => {
  const money = pack([[10, 20, 30, 40, 50, 0, 0, 0, 0, 0, 0, 0]]);
  const amountWon = Float64Array.of(1, 0, 3, 4, 5);
  const lines = { money, amountWon, onTimeWon: amountWon, byTaskWon: new Float64Array(1), needs: money };
  const byCellWon = new Float64Array(CELLS);
  priceLines(lines, new Float64Array(CELLS).fill(2), byCellWon);
  expect([...amountWon]).toEqual([2, 0, 6, 8, 10]);
  expect([...byCellWon]).toEqual([2, 0, 6, 8, 10, 0, 0, 0, 0, 0, 0, 0]);
  expect([...lines.byTaskWon]).toEqual([26]);
});

test("a task fits where each of its lines does", () => {
  fc.assert(
    fc.property(anyTasks, anyCells, fc.constantFrom(0, 1e-9, 1e6), (tasks, cells, tolerance) => {
      const packed = pack(tasks);
      const left = Float64Array.from(cells);
      for (const [task, amounts] of tasks.entries())
        expect(fitsLines(packed, packed.values, packed.values, left, tolerance, task)).toBe(
          linesOf(amounts).every(({ cell, value }) => value <= (cells[cell] ?? 0) + tolerance),
        );
    }),
  );
});

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
  "of nine lines number %i alone can be the one that is short",
  (short) => {
    const packed = pack([Array.from({ length: CELLS }, (_, cell) => (cell < 9 ? 5 : 0))]);
    const left = new Float64Array(CELLS).fill(5);
    expect(fitsLines(packed, packed.values, packed.values, left, 0, 0)).toBe(true);
    left[short] = 4;
    expect(fitsLines(packed, packed.values, packed.values, left, 0, 0)).toBe(false);
    expect(fitsLines(packed, packed.values, packed.values, left, 1, 0)).toBe(true);
  },
);

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
  "of nine lines number %i may be drawn as 0 and then fits an overdrawn cell",
  (zero) => {
    const packed = pack([Array.from({ length: CELLS }, (_, cell) => (cell < 9 ? 5 : 0))]);
    const left = new Float64Array(CELLS).fill(5);
    left[zero] = -1;
    const amounts = packed.values.slice();
    amounts[zero] = 0;
    expect(fitsLines(packed, amounts, amounts, left, 0, 0)).toBe(true);
    expect(fitsLines(packed, packed.values, packed.values, left, 0, 0)).toBe(false);
  },
);

test("what a task takes or adds changes its own cells, to the last bit", () => {
  fc.assert(
    fc.property(anyTasks, anyCells, fc.constantFrom<1 | -1>(1, -1), (tasks, cells, sign) => {
      const packed = pack(tasks);
      const into = Float64Array.from(cells);
      const expected = [...cells];
      for (const [task, amounts] of tasks.entries()) {
        addLines(packed, packed.values, sign, into, task);
        for (const { cell, value } of linesOf(amounts))
          expected[cell] = sign === 1 ? (expected[cell] ?? 0) + value : (expected[cell] ?? 0) - value;
      }
      expect([...into]).toEqual(expected);
    }),
  );
});
