import type { Outcome } from "../../../core/scenario/outcome";
import type { TaskGridLine, TaskGridView } from "../../engine/plan-api";
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
  return view.sources.map((source) => ({
    kind: "source",
    id: `source:${source.id}`,
    title: source.title,
    byYear: Object.fromEntries(
      view.years.map((year) => {
        const ofPlan = readSourceYear(source, tasksWon.get(source.id)?.get(String(year)) ?? 0, base, year);
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

/** Likely amounts of all tasks, by source and year. */
function sumTasksBySource({ rows }: TaskGridView): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const wonBySource = new Map<string, Map<string, number>>();
  for (const { lines } of rows)
    for (const line of lines) {
      let won = wonBySource.get(line.sourceId);
      if (won === undefined) {
        won = new Map();
        wonBySource.set(line.sourceId, won);
      }
      for (const { year, likelyWon } of listAmounts(line)) won.set(year, (won.get(year) ?? 0) + likelyWon);
    }
  return wonBySource;
}

interface LineAmount {
  readonly year: string;
  readonly likelyWon: number;
}

/** Taking lines apart is what adding them up takes longest for, and most are the same as at the last edit. */
const knownAmounts = new WeakMap<TaskGridLine, readonly LineAmount[]>();

function listAmounts(line: TaskGridLine): readonly LineAmount[] {
  const known = knownAmounts.get(line);
  if (known !== undefined) return known;
  const amounts = Object.entries(line.amounts).map(([year, { likelyWon }]) => ({ year, likelyWon }));
  knownAmounts.set(line, amounts);
  return amounts;
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
