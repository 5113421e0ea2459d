import type { DrawsSummary } from "../../../../core/scenario/uncertainty/summarise-draws";

export interface CeilingRow {
  readonly sourceId: string;
  /** In the order of the years; null where the plan sets no ceiling. */
  readonly exceededRatios: readonly (number | null)[];
}

/** The chance that each ceiling is exceeded: a row a source, a column a year that has any. */
export function listCeilingChances({ ceilings }: Pick<DrawsSummary, "ceilings">): {
  readonly years: readonly number[];
  readonly rows: readonly CeilingRow[];
} {
  const years = [...new Set(ceilings.map(({ year }) => year))].sort((a, b) => a - b);
  const sources = [...new Set(ceilings.map(({ sourceId }) => sourceId))];
  const ratios = new Map(
    ceilings.map(({ sourceId, year, exceededRatio }) => [`${sourceId} ${year}`, exceededRatio]),
  );
  return {
    years,
    rows: sources.map((sourceId) => ({
      sourceId,
      exceededRatios: years.map((year) => ratios.get(`${sourceId} ${year}`) ?? null),
    })),
  };
}
