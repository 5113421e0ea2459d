import type { PlanProblem } from "../plan/plan-problem";
import { capacityId, ceilingId } from "../plan/row-id";
import type { Outcome } from "./outcome";

/** Sums of parts of posts are not exact. */
const CAPACITY_TOLERANCE = 1e-9;

/**
 * What does not fit when the plan is evaluated, by year: floors of units above
 * the year's pool, ceilings and capacities that everything as planned exceeds.
 */
export const findOutcomeProblems = (outcome: Outcome): readonly PlanProblem[] => [
  ...findFloorsAbovePool(outcome),
  ...findExceededCeilings(outcome),
  ...findExceededCapacities(outcome),
];

function findFloorsAbovePool({ units, years, byYear }: Outcome): PlanProblem[] {
  const notice = units.notices.find(({ type }) => type === "floors-scaled-down");
  const [unit] = units.units;
  if (notice?.type !== "floors-scaled-down" || unit === undefined) return [];
  return years.flatMap((year, index): PlanProblem[] => {
    const poolWon = (byYear[index]?.sources ?? []).reduce((sum, source) => sum + source.residentsWon, 0);
    // A year without a pool has nothing to divide, so its floors are no contradiction.
    if (poolWon === 0 || poolWon >= notice.floorSumWon) return [];
    return [
      {
        type: "floors-above-pool",
        year,
        floorsWon: notice.floorSumWon,
        poolWon,
        at: { entity: "unit", rowId: unit.unitId, field: "floorWon" },
      },
    ];
  });
}

const findExceededCeilings = ({ byYear }: Outcome): PlanProblem[] =>
  byYear.flatMap(({ year, sources }) =>
    sources.flatMap((source): PlanProblem[] => {
      const { sourceId } = source;
      const overWon = source.committeesWon + source.displacedWon + source.plannedWon - source.ceilingWon;
      if (!source.hasCeiling || overWon <= 0) return [];
      const at = { entity: "ceiling", rowId: ceilingId(sourceId, year), field: "ceilingWon" } as const;
      return [{ type: "ceiling-exceeded", sourceId, year, overWon, at }];
    }),
  );

const findExceededCapacities = ({ resources }: Outcome): PlanProblem[] =>
  resources.flatMap(({ year, resources: ofYear }) =>
    ofYear.flatMap((resource): PlanProblem[] => {
      const { resourceId } = resource;
      const overAmount = resource.committeesAmount + resource.plannedAmount - resource.capacity;
      if (!resource.hasCapacity || overAmount <= CAPACITY_TOLERANCE) return [];
      const at = {
        entity: "resourceCapacity",
        rowId: capacityId(resourceId, year),
        field: "capacity",
      } as const;
      return [{ type: "capacity-exceeded", resourceId, year, overAmount, at }];
    }),
  );
