import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";

/** A chance in every column; null where nothing is known (yet). */
export interface ChanceRow {
  readonly key: string;
  readonly ratios: readonly (number | null)[];
}

export interface CeilingChanceRow extends ChanceRow {
  readonly sourceId: string;
  readonly year: number;
}

export interface TaskChanceRow extends ChanceRow {
  readonly taskId: string;
}

export interface Chances {
  readonly ceilings: readonly CeilingChanceRow[];
  readonly tasks: readonly TaskChanceRow[];
}

/** As many digits as are shown: whole per cent. */
const shown = (ratio: number | null) => (ratio === null ? null : Math.round(100 * ratio));

/** The chances of all columns side by side, in the order of the plan; only what differs on screen, unless all is wanted. */
export function listChances(summaries: readonly (DrawsSummary | null)[], showsSame: boolean): Chances {
  const first = summaries.find((summary) => summary !== null);
  if (first === undefined || first === null) return { ceilings: [], tasks: [] };
  const differs = ({ ratios }: ChanceRow) =>
    showsSame || new Set(ratios.filter((ratio) => ratio !== null).map(shown)).size > 1;
  return {
    ceilings: first.ceilings
      .map(({ sourceId, year }) => ({
        key: `${sourceId} ${year}`,
        sourceId,
        year,
        ratios: summaries.map(
          (summary) =>
            summary?.ceilings.find((one) => one.sourceId === sourceId && one.year === year)?.exceededRatio ??
            null,
        ),
      }))
      .filter(differs),
    tasks: first.tasks
      .map(({ taskId }) => ({
        key: taskId,
        taskId,
        ratios: summaries.map(
          (summary) => summary?.tasks.find((one) => one.taskId === taskId)?.fundedRatio ?? null,
        ),
      }))
      .filter(differs),
  };
}
