import { indicatorDefinitions } from "../../core/scenario/outcome";
import type { SweepAxis } from "../../core/scenario/sweep/sweep-axis";

type Cell = number | string | boolean | null;

/** Levers, then figures, then percentiles of the figures, then whether a row is on the Pareto front. */
export const sweepColumns = (
  axes: readonly SweepAxis[],
  hasSpreads: boolean,
  hasFront: boolean,
): readonly string[] => [
  ...axes.map(({ path }) => path),
  ...indicatorDefinitions.map(({ key }) => key),
  ...(hasSpreads
    ? indicatorDefinitions.flatMap(({ key }) => [`${key}.p10`, `${key}.p50`, `${key}.p90`])
    : []),
  ...(hasFront ? ["pareto"] : []),
];

/**
 * Rows as CSV: every number with all its digits, so that it reads back the same.
 * Only the first part of a sweep has a header, so that parts can be put one after
 * another.
 */
export function writeSweepCsv(
  columns: readonly string[],
  records: readonly (readonly Cell[])[],
  hasHeader: boolean,
): string {
  const lines = records.map((record) => record.map(writeCell).join(","));
  return [...(hasHeader ? [columns.join(",")] : []), ...lines].map((line) => `${line}\r\n`).join("");
}

const writeCell = (cell: Cell): string => {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
