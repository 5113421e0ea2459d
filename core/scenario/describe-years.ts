import type { ResidentYear } from "./evaluate-residents";
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

/** Use of resources by year. `tasksAmount` is what funded tasks take, by `resource · years + year`. */
export function describeResources(
  { plan, committeeStaffFte }: Evaluation,
  tasksAmount: Float64Array,
  residents: readonly ResidentYear[],
): Outcome["resources"] {
  const { resourceCount, yearCount, taskCount, needAmount } = plan.waterfall;
  return plan.years.map((year, yearIndex) => ({
    year,
    resources: plan.resources.map((resource, index): ResourceYearOutcome => {
      const at = index * yearCount + yearIndex;
      const capacity = plan.capacity[at] ?? Number.NaN;
      const isSecretariat = index === plan.secretariatIndex;
      let plannedAmount = 0;
      for (let task = 0; task < taskCount; task += 1)
        plannedAmount += needAmount[(task * resourceCount + index) * yearCount + yearIndex] ?? 0;
      return {
        resourceId: resource.id,
        hasCapacity: !Number.isNaN(capacity),
        capacity: Number.isNaN(capacity) ? 0 : capacity,
        tasksAmount: tasksAmount[at] ?? 0,
        committeesAmount: isSecretariat ? (committeeStaffFte[yearIndex] ?? 0) : 0,
        residentsAmount: isSecretariat ? (residents[yearIndex]?.residentStaffFte ?? 0) : 0,
        plannedAmount,
      };
    }),
  }));
}

/** Earliest year, and in it the source that lacks most, in which all that is planned exceeds a ceiling. */
export function findFirstShortage({
  plan,
  committeeWon,
  pool,
  plannedWon,
}: Evaluation): Outcome["firstShortage"] {
  const yearCount = plan.years.length;
  for (const [yearIndex, year] of plan.years.entries()) {
    let worst: { year: number; sourceId: string; shortWon: number } | null = null;
    for (const [sourceIndex, source] of plan.sources.entries()) {
      const at = sourceIndex * yearCount + yearIndex;
      const neededWon = (committeeWon[at] ?? 0) + (pool.displacedWon[at] ?? 0) + (plannedWon[at] ?? 0);
      const shortWon = neededWon - (plan.ceilingWon[at] ?? Number.NaN);
      if (shortWon > 0 && shortWon > (worst?.shortWon ?? 0)) worst = { year, sourceId: source.id, shortWon };
    }
    if (worst !== null) return worst;
  }
  return null;
}
