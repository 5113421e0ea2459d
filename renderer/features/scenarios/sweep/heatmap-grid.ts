import type { LeverValue, LeverValues } from "../../../../core/scenario/lever";
import type { MeasureDefinition } from "../../../../core/scenario/measures";
import { indicatorDefinitions } from "../../../../core/scenario/outcome";
import type { SweepRow } from "../../../../core/scenario/sweep/run-sweep";
import type { SweepAxis } from "../../../../core/scenario/sweep/sweep-axis";

export interface HeatmapCell {
  readonly levers: LeverValues;
  /** Null where there is no such scenario, or nothing to compute the figure from. */
  readonly value: number | null;
  /** Where the figure is between the smallest (0) and the largest (1) of the grid. */
  readonly heat: number;
  /** Contour level that runs along the cell's right and lower edge. */
  readonly isEdgeRight: boolean;
  readonly isEdgeBelow: boolean;
}

export interface HeatmapGrid {
  /** `cells[row][column]`; rows follow the first axis, columns the second. */
  readonly cells: readonly (readonly HeatmapCell[])[];
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Round figures strictly between the smallest and the largest; contours run where a level is crossed. */
  readonly levels: readonly number[];
}

/** Which value of a figure is shown: as planned, or a percentile of a cell's draws. */
export const SWEEP_VIEWS = ["planned", "p10", "p50", "p90"] as const;
export type SweepView = (typeof SWEEP_VIEWS)[number];

function readCell(row: SweepRow | undefined, indicator: number, view: SweepView): number | null {
  if (view === "planned") return row?.indicators[indicator] ?? null;
  return row?.spreads?.[indicator]?.[SWEEP_VIEWS.indexOf(view) - 1] ?? null;
}

/** A figure over the grid of two axes, from the rows of a sweep in their order (the last axis changes fastest). */
export function makeHeatmap(
  rows: readonly SweepRow[],
  [rowAxis, columnAxis]: readonly [SweepAxis, SweepAxis],
  key: MeasureDefinition["key"],
  view: SweepView = "planned",
): HeatmapGrid {
  const indicator = indicatorDefinitions.findIndex((definition) => definition.key === key);
  const width = columnAxis.values.length;
  const valueAt = (row: number, column: number): number | null =>
    row < rowAxis.values.length && column < width
      ? readCell(rows[row * width + column], indicator, view)
      : null;
  const all = rows.flatMap((row) => readCell(row, indicator, view) ?? []);
  const minimum = all.length === 0 ? null : Math.min(...all);
  const maximum = all.length === 0 ? null : Math.max(...all);
  const span = (maximum ?? 0) - (minimum ?? 0);
  const levels = minimum === null || maximum === null ? [] : listLevels(minimum, maximum);
  const bandOf = (value: number) => levels.filter((level) => level <= value).length;
  const crosses = (a: number | null, b: number | null) => a !== null && b !== null && bandOf(a) !== bandOf(b);
  return {
    minimum,
    maximum,
    levels,
    cells: rowAxis.values.map((rowValue, row) =>
      columnAxis.values.map((columnValue, column): HeatmapCell => {
        const value = valueAt(row, column);
        return {
          levers: { [rowAxis.path]: rowValue, [columnAxis.path]: columnValue },
          value,
          heat: value === null || span === 0 ? 0 : (value - (minimum ?? 0)) / span,
          isEdgeRight: crosses(value, valueAt(row, column + 1)),
          isEdgeBelow: crosses(value, valueAt(row + 1, column)),
        };
      }),
    ),
  };
}

const MOST_LEVELS = 5;

/** Round numbers (1, 2, 5 and their tens) strictly between two figures, at most five. */
export function listLevels(minimum: number, maximum: number): readonly number[] {
  const span = maximum - minimum;
  if (!(span > 0)) return [];
  const rough = span / MOST_LEVELS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? span;
  const levels: number[] = [];
  for (let index = Math.floor(minimum / step) + 1; index * step < maximum; index += 1)
    levels.push(Number((index * step).toPrecision(12)));
  // Figures that differ only in their last digits have no round number between them.
  return levels.filter((level) => level > minimum && level < maximum).slice(0, MOST_LEVELS);
}

/** The cell that stands for the levers as they are, if the grid has it. */
export function findCurrentCell(
  axes: readonly [SweepAxis, SweepAxis],
  readValue: (path: string) => LeverValue | undefined,
): readonly [row: number, column: number] | null {
  const [row, column] = axes.map(({ path, values }) => values.indexOf(readValue(path) ?? Number.NaN));
  return row === undefined || column === undefined || row < 0 || column < 0 ? null : [row, column];
}
