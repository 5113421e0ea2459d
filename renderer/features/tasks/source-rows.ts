import type { Outcome } from "../../../core/scenario/outcome";
import type { TaskGridView } from "../../engine/plan-api";
import { sumTasksBySource } from "./sum-tasks";
import type { SourceRow, SourceYear } from "./task-grid-rows";

/**
 * What each source has and what is planned on it, year by year. Committees and
 * the residents' part come from the outcome; while that is being computed they
 * count as nothing. Under a scenario the base's headroom stands beside its own.
 */
export function listSourceRows(
  view: TaskGridView,
  base: Outcome | null,
  scenario: Outcome | null = base,
): SourceRow[] {
  const tasksWon = sumTasksBySource(view);
  const isWhatIf = scenario !== null && Object.keys(scenario.levers).length > 0;
  return view.sources.map((source, sourceIndex) => ({
    kind: "source",
    id: `source:${source.id}`,
    title: source.title,
    byYear: Object.fromEntries(
      view.years.map((year, yearIndex) => {
        const plannedWon = tasksWon[sourceIndex * view.years.length + yearIndex] ?? 0;
        const ofPlan = readSourceYear(source, plannedWon, base, year);
        if (!isWhatIf) return [String(year), ofPlan];
        const underScenario = readScenarioYear(scenario, source.id, year);
        return [
          String(year),
          underScenario === null ? ofPlan : { ...underScenario, baseHeadroomWon: headroomOf(ofPlan) },
        ];
      }),
    ),
  }));
}

function readSourceYear(
  source: TaskGridView["sources"][number],
  tasksWon: number,
  base: Outcome | null,
  year: number,
): SourceYear {
  const outcome = base?.byYear
    .find((entry) => entry.year === year)
    ?.sources.find((entry) => entry.sourceId === source.id);
  return {
    ceilingWon: source.ceilingWonByYear[year] ?? null,
    tasksWon,
    committeesWon: outcome?.committeesWon ?? 0,
    residentsWon: outcome?.displacedWon ?? 0,
    baseHeadroomWon: null,
  };
}

/** A source and year as the scenario has them, at its prices; null where it sets no ceiling. */
function readScenarioYear(scenario: Outcome, sourceId: string, year: number): SourceYear | null {
  const found = scenario.byYear
    .find((entry) => entry.year === year)
    ?.sources.find((entry) => entry.sourceId === sourceId);
  if (found === undefined || !found.hasCeiling) return null;
  return {
    ceilingWon: found.ceilingWon,
    tasksWon: found.plannedWon,
    committeesWon: found.committeesWon,
    residentsWon: found.displacedWon,
    baseHeadroomWon: null,
  };
}

/** What is left under the ceiling; negative where more is planned than there is; null without a ceiling. */
export const headroomOf = (entry: SourceYear): number | null =>
  entry.ceilingWon === null
    ? null
    : entry.ceilingWon - entry.tasksWon - entry.committeesWon - entry.residentsWon;

/** A source over all years; years without a ceiling leave the sum without one. */
export function sumSourceYears({ byYear }: SourceRow): SourceYear {
  const years = Object.values(byYear);
  const sum = (read: (year: SourceYear) => number) => years.reduce((total, year) => total + read(year), 0);
  const hasCeiling = years.length > 0 && years.every(({ ceilingWon }) => ceilingWon !== null);
  return {
    ceilingWon: hasCeiling ? sum(({ ceilingWon }) => ceilingWon ?? 0) : null,
    tasksWon: sum(({ tasksWon }) => tasksWon),
    committeesWon: sum(({ committeesWon }) => committeesWon),
    residentsWon: sum(({ residentsWon }) => residentsWon),
    baseHeadroomWon: years.some((year) => year.baseHeadroomWon !== null)
      ? sum((year) => year.baseHeadroomWon ?? headroomOf(year) ?? 0)
      : null,
  };
}
