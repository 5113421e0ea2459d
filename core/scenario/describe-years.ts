import type { Evaluation } from "./evaluation";
import type { Outcome, ResourceYearOutcome, YearOutcome } from "./outcome";

/** Money by year and source. */
export function describeYears(evaluation: Evaluation, tasksWon: Float64Array): readonly YearOutcome[] {
  const { plan, committeeWon, pool, plannedWon } = evaluation;
  return plan.years.map((year, yearIndex) => ({
    year,
    sources: plan.sources.map((source, sourceIndex) => {
      const at = sourceIndex * plan.years.length + yearIndex;
      const ceilingWon = plan.ceilingWon[at] ?? Number.NaN;
      const hasCeiling = !Number.isNaN(ceilingWon);
      const spentWon = (committeeWon[at] ?? 0) + (pool.displacedWon[at] ?? 0) + (tasksWon[at] ?? 0);
      return {
        sourceId: source.id,
        hasCeiling,
        ceilingWon: hasCeiling ? ceilingWon : 0,
        committeesWon: committeeWon[at] ?? 0,
        residentsWon: pool.poolWon[at] ?? 0,
        displacedWon: pool.displacedWon[at] ?? 0,
        tasksWon: tasksWon[at] ?? 0,
        plannedWon: plannedWon[at] ?? 0,
        headroomWon: hasCeiling ? ceilingWon - spentWon : 0,
      };
    }),
  }));
}

/** Use of resources by year. */
export function describeResources(evaluation: Evaluation): Outcome["resources"] {
  const { plan, tasksAmount, plannedAmount, committeeStaffFte, residents } = evaluation;
  return plan.years.map((year, yearIndex) => ({
    year,
    resources: plan.resources.map((resource, index): ResourceYearOutcome => {
      const at = index * plan.years.length + yearIndex;
      const capacity = plan.capacity[at] ?? Number.NaN;
      const isSecretariat = index === plan.secretariatIndex;
      return {
        resourceId: resource.id,
        hasCapacity: !Number.isNaN(capacity),
        capacity: Number.isNaN(capacity) ? 0 : capacity,
        tasksAmount: tasksAmount[at] ?? 0,
        committeesAmount: isSecretariat ? (committeeStaffFte[yearIndex] ?? 0) : 0,
        residentsAmount: isSecretariat ? (residents.residentStaffFte[yearIndex] ?? 0) : 0,
        plannedAmount: plannedAmount[at] ?? 0,
      };
    }),
  }));
}

/** Earliest year, and in it the source that lacks most, in which all that is planned exceeds a ceiling. */
export function findFirstShortage(evaluation: Evaluation): Outcome["firstShortage"] {
  const { plan } = evaluation;
  const yearIndex = findFirstShortIndex(evaluation);
  const year = plan.years[yearIndex];
  if (year === undefined) return null;
  let worst: Outcome["firstShortage"] = null;
  for (const [sourceIndex, source] of plan.sources.entries()) {
    const shortWon = shortWonAt(evaluation, sourceIndex * plan.years.length + yearIndex);
    if (shortWon > (worst?.shortWon ?? 0)) worst = { year, sourceId: source.id, shortWon };
  }
  return worst;
}

/** The year of the first shortage alone; NaN where there is none. */
export const findFirstShortYear = (evaluation: Evaluation): number =>
  evaluation.plan.years[findFirstShortIndex(evaluation)] ?? Number.NaN;

function findFirstShortIndex(evaluation: Evaluation): number {
  const yearCount = evaluation.plan.years.length;
  const sourceCount = evaluation.plan.sources.length;
  for (let year = 0; year < yearCount; year += 1)
    for (let source = 0; source < sourceCount; source += 1)
      if (shortWonAt(evaluation, source * yearCount + year) > 0) return year;
  return yearCount;
}

/** What is asked for less the ceiling, by `source · years + year`; NaN where there is no ceiling. */
const shortWonAt = ({ plan, committeeWon, pool, plannedWon }: Evaluation, at: number): number =>
  (committeeWon[at] ?? 0) +
  (pool.displacedWon[at] ?? 0) +
  (plannedWon[at] ?? 0) -
  (plan.ceilingWon[at] ?? Number.NaN);
