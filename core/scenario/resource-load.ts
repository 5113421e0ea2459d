import type { Outcome } from "./outcome";

/** Use of one resource in one year, in the resource's own unit, and what finds no room. */
export interface ResourceLoadYear {
  readonly year: number;
  /** Null where the plan sets no capacity: then nothing is limited. */
  readonly capacity: number | null;
  readonly tasksAmount: number;
  readonly committeesAmount: number;
  readonly residentsAmount: number;
  /** What all tasks would need as planned, funded or not. */
  readonly plannedAmount: number;
  /** What tasks as planned need in this year beyond what funded tasks take; 0 where late tasks take more. */
  readonly waitingAmount: number;
  /** Capacity less use; null without a capacity. */
  readonly freeAmount: number | null;
  /** How far tasks as planned and councils exceed the capacity; 0 where they fit. Residents only take what is left. */
  readonly overAmount: number;
  /** Tasks that are late, cut or dropped because this resource was short in this year. */
  readonly waitingTaskIds: readonly string[];
  /** Residents' projects that there is money for but no staff; 0 for other resources and other limits. */
  readonly waitingProjects: number;
}

/** Sums of parts of posts are not exact. */
const TOLERANCE = 1e-9;

const clean = (amount: number) => (Math.abs(amount) < TOLERANCE ? 0 : amount);

/**
 * Load against capacity of a resource, year by year. `isSecretariat` says
 * whether residents' projects draw on it too (models B7).
 */
export function describeResourceLoad(
  outcome: Outcome,
  resourceId: string,
  isSecretariat: boolean,
): readonly ResourceLoadYear[] {
  return outcome.resources.map(({ year, resources }, index) => {
    const use = resources.find((resource) => resource.resourceId === resourceId);
    const { tasksAmount = 0, committeesAmount = 0, residentsAmount = 0, plannedAmount = 0 } = use ?? {};
    const capacity = use?.hasCapacity ? use.capacity : null;
    const residents = outcome.residents[index];
    const lacksStaff = isSecretariat && residents?.limit === "staff";
    return {
      year,
      capacity,
      tasksAmount,
      committeesAmount,
      residentsAmount,
      plannedAmount,
      waitingAmount: clean(Math.max(0, plannedAmount - tasksAmount)),
      freeAmount:
        capacity === null ? null : clean(capacity - tasksAmount - committeesAmount - residentsAmount),
      overAmount: capacity === null ? 0 : clean(Math.max(0, plannedAmount + committeesAmount - capacity)),
      waitingTaskIds: outcome.tasks
        .filter(
          ({ reason }) =>
            reason?.type === "resource" && reason.resourceId === resourceId && reason.year === year,
        )
        .map(({ taskId }) => taskId),
      waitingProjects: lacksStaff
        ? clean(
            Math.max(
              0,
              Math.min(residents.projectsByMoney, residents.projectsByAbsorption) - residents.projects,
            ),
          )
        : 0,
    };
  });
}
