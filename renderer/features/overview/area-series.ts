import type { Row } from "../../../core/plan/entities";
import type { Outcome } from "../../../core/scenario/outcome";
import { sumMoneyByArea } from "../../../core/scenario/sum-money-by-area";
import { AREA_COLOR_COUNT, areaColor, moneyColors } from "../../ui/charts/series-colors";

/** One part of each year's bar. */
export interface MoneySeries {
  readonly key: string;
  readonly title: string;
  /** A CSS colour. */
  readonly color: string;
  readonly wonByYear: readonly number[];
}

export interface YearTotals {
  readonly year: number;
  readonly totalWon: number;
  /** Null when no source has a ceiling in this year. */
  readonly ceilingWon: number | null;
}

interface SeriesTitles {
  readonly withoutArea: string;
  readonly otherAreas: string;
  readonly committees: string;
  readonly residents: string;
}

/** Money by area, for committees and for residents (what is taken from the ceilings), in parts that add up. */
export function listMoneySeries(
  outcome: Outcome,
  tasks: readonly Row<"task">[],
  areas: readonly Row<"area">[],
  titles: SeriesTitles,
): readonly MoneySeries[] {
  const byArea = sumMoneyByArea(
    outcome,
    areas.map(({ id }) => id),
    new Map(tasks.map(({ id, areaId }) => [id, areaId])),
  );
  const titleOf = (areaId: string) => areas.find(({ id }) => id === areaId)?.title ?? titles.withoutArea;
  const own = byArea.length <= AREA_COLOR_COUNT ? byArea : byArea.slice(0, AREA_COLOR_COUNT - 1);
  const others = byArea.slice(own.length);
  const parts = [
    ...own.map(({ areaId, fundedWonByYear }) => ({
      key: `area-${areaId}`,
      title: titleOf(areaId),
      fundedWonByYear,
    })),
    ...(others.length === 0
      ? []
      : [{ key: "other-areas", title: titles.otherAreas, fundedWonByYear: addUp(others) }]),
  ];
  const perYear = (read: (source: Outcome["byYear"][number]["sources"][number]) => number) =>
    outcome.byYear.map(({ sources }) => sources.reduce((sum, source) => sum + read(source), 0));
  return [
    ...parts.map(({ key, title, fundedWonByYear }, index) => ({
      key,
      title,
      color: areaColor(index),
      wonByYear: fundedWonByYear,
    })),
    {
      key: "committees",
      title: titles.committees,
      color: moneyColors.committees,
      wonByYear: perYear((source) => source.committeesWon),
    },
    {
      key: "residents",
      title: titles.residents,
      color: moneyColors.residents,
      wonByYear: perYear((source) => source.displacedWon),
    },
  ];
}

/** Each year's sum of the series and of all ceilings. */
export const listYearTotals = (outcome: Outcome, series: readonly MoneySeries[]): readonly YearTotals[] =>
  outcome.byYear.map(({ year, sources }, index) => ({
    year,
    totalWon: series.reduce((sum, { wonByYear }) => sum + (wonByYear[index] ?? 0), 0),
    ceilingWon: sources.some(({ hasCeiling }) => hasCeiling)
      ? sources.reduce((sum, { hasCeiling, ceilingWon }) => sum + (hasCeiling ? ceilingWon : 0), 0)
      : null,
  }));

const addUp = (rows: readonly { readonly fundedWonByYear: readonly number[] }[]): readonly number[] =>
  (rows[0]?.fundedWonByYear ?? []).map((_, index) =>
    rows.reduce((sum, { fundedWonByYear }) => sum + (fundedWonByYear[index] ?? 0), 0),
  );
