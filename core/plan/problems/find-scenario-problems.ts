import { type Dependencies, findDependencyCycles } from "../find-dependency-cycles";
import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";

/** Scenarios that build on each other in a circle, and levers whose target is gone. */
export const findScenarioProblems = (
  tables: PlanTables,
  leverPaths: ReadonlySet<string>,
): readonly PlanProblem[] => [...findCircles(tables), ...findLeversWithoutTarget(tables, leverPaths)];

function findCircles(tables: PlanTables): PlanProblem[] {
  const scenarios = tables.ordered("scenario");
  const parents: Dependencies = new Map(
    scenarios.filter(({ parentId }) => parentId !== "").map(({ id, parentId }) => [id, [parentId]]),
  );
  return findDependencyCycles(parents).map((ids) => ({
    type: "scenario-circle",
    titles: scenarios.filter(({ id }) => ids.includes(id)).map(({ title }) => title),
    at: { entity: "scenario", rowId: ids[0] ?? "", field: "parentId" },
  }));
}

const findLeversWithoutTarget = (tables: PlanTables, leverPaths: ReadonlySet<string>): PlanProblem[] =>
  tables
    .all("scenarioLever")
    .filter(
      ({ scenarioId, path }) => tables.find("scenario", scenarioId) !== undefined && !leverPaths.has(path),
    )
    .map(({ id, scenarioId, path }) => ({
      type: "lever-without-target",
      scenarioId,
      path,
      at: { entity: "scenarioLever", rowId: id, field: "path" },
    }));
