import type { EntityName } from "../../core/plan/entities";
import { uncertainFieldNames } from "../../core/plan/uncertain-fields";
import { type Screen, screens } from "./screens";

/** Where rows of an entity can be seen and set, best first; the first of these that the app has. */
const homes: Partial<Record<EntityName, readonly string[]>> = {
  plan: ["overview"],
  goal: ["overview"],
  taskGoal: ["overview", "tasks"],
  task: ["tasks"],
  area: ["tasks"],
  taskDependency: ["timeline", "tasks"],
  budgetLine: ["tasks", "budget"],
  source: ["budget", "tasks"],
  channel: ["budget", "tasks"],
  ceiling: ["budget", "tasks"],
  budgetTotal: ["budget"],
  resource: ["resources"],
  resourceCapacity: ["resources"],
  resourceNeed: ["resources"],
  committee: ["committees"],
  committeeSize: ["committees"],
  reservedSeats: ["committees"],
  residentGroup: ["committees"],
  legalBasis: ["committees"],
  unit: ["decentralised"],
  decentralisedShare: ["decentralised"],
  grade: ["decentralised", "budget"],
  evaluation: ["decentralised", "budget"],
  criterion: ["decentralised"],
  criterionScore: ["decentralised"],
  costLine: ["budget"],
  scenario: ["scenarios"],
  scenarioLever: ["scenarios"],
};

/** Fields of the plan's own row that have a screen of their own. */
const homesOfPlanFields: Readonly<Record<string, string>> = {
  weightEqualRatio: "decentralised",
  ...Object.fromEntries(uncertainFieldNames.map((field) => [field, "scenarios"])),
};

/** The screen on which a cell can be set right; undefined when there is none yet. */
export function screenOfCell(entity: EntityName, field: string | null): Screen | undefined {
  const ownHome = entity === "plan" && field !== null ? homesOfPlanFields[field] : undefined;
  const candidates = [...(ownHome === undefined ? [] : [ownHome]), ...(homes[entity] ?? [])];
  for (const id of candidates) {
    const screen = screens.find((candidate) => candidate.id === id);
    if (screen !== undefined) return screen;
  }
  return undefined;
}
