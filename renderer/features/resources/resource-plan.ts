import type { Row } from "../../../core/plan/entities";
import type { Outcome } from "../../../core/scenario/outcome";
import { describeResourceLoad, type ResourceLoadYear } from "../../../core/scenario/resource-load";
import type { Evidence } from "../../session/evidence";

/** The rows that the screen works on. */
export interface ResourcePlan {
  readonly plan: Row<"plan">;
  readonly years: readonly number[];
  readonly area: readonly Row<"area">[];
  readonly task: readonly Row<"task">[];
  readonly resource: readonly Row<"resource">[];
  readonly resourceCapacity: readonly Row<"resourceCapacity">[];
  readonly resourceNeed: readonly Row<"resourceNeed">[];
  readonly evidence: Evidence;
}

export const resourceKinds = [
  "staff",
  "facilitators",
  "venueHours",
  "trainingPlaces",
  "supportOrganisation",
] as const satisfies readonly Row<"resource">["kind"][];

/** A resource with its capacity by year and its load as the plan is and under the active scenario. */
export interface ResourceState {
  readonly id: string;
  readonly row: Row<"resource">;
  readonly isSecretariat: boolean;
  readonly capacityByYear: ReadonlyMap<number, Row<"resourceCapacity">>;
  readonly base: readonly ResourceLoadYear[];
  readonly scenario: readonly ResourceLoadYear[];
}

export const joinResources = (
  plan: ResourcePlan,
  base: Outcome | undefined,
  scenario: Outcome | undefined,
): readonly ResourceState[] =>
  plan.resource.map((row) => {
    const isSecretariat = row.id === plan.plan.secretariatId;
    const loadIn = (outcome: Outcome | undefined) =>
      outcome === undefined ? [] : describeResourceLoad(outcome, row.id, isSecretariat);
    return {
      id: row.id,
      row,
      isSecretariat,
      capacityByYear: new Map(
        plan.resourceCapacity
          .filter(({ resourceId }) => resourceId === row.id)
          .map((capacity) => [capacity.year, capacity]),
      ),
      base: loadIn(base),
      scenario: loadIn(scenario),
    };
  });

/** A task and what it needs of the chosen resource. */
export interface NeedRow {
  readonly id: string;
  readonly task: Row<"task">;
  readonly areaTitle: string;
  readonly needByYear: ReadonlyMap<number, Row<"resourceNeed">>;
}

/** All tasks in the order of the plan, those that need nothing of the resource too. */
export function joinNeeds(plan: ResourcePlan, resourceId: string): readonly NeedRow[] {
  const areaTitles = new Map(plan.area.map(({ id, title }) => [id, title]));
  const needs = new Map<string, Map<number, Row<"resourceNeed">>>();
  for (const need of plan.resourceNeed) {
    if (need.resourceId !== resourceId) continue;
    const byYear = needs.get(need.taskId) ?? new Map<number, Row<"resourceNeed">>();
    byYear.set(need.year, need);
    needs.set(need.taskId, byYear);
  }
  return plan.task.map((task) => ({
    id: task.id,
    task,
    areaTitle: areaTitles.get(task.areaId) ?? "",
    needByYear: needs.get(task.id) ?? new Map(),
  }));
}
