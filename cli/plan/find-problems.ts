import {
  type EntityName,
  entityNames,
  fieldEntries,
  findField,
  PLAN_ROW_ID,
  type Row,
} from "../../core/plan/entities";
import { findDependencyCycles } from "../../core/plan/find-dependency-cycles";
import { initialRow, type PlanTables } from "../../core/plan/plan-tables";
import { checkRowRules } from "../../core/plan/row-rules";
import { compilePlan } from "../../core/scenario/compile-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import { describeRowRule } from "../failures/edit-failure";
import { formatNumber, formatWon } from "../output/format-values";
import { nameRow } from "./name-row";
import { namePlanRows } from "./plan-names";

/** Sums of parts of posts are not exact. */
const CAPACITY_TOLERANCE = 1e-9;

/** Something in a plan that a person should look at; nothing is corrected. */
export interface PlanProblem {
  readonly type: string;
  readonly message: string;
  readonly entity?: EntityName;
  readonly rowId?: string;
  readonly field?: string;
}

/** All rules that a plan breaks: cells, rows, references, codes, circles of dependencies, ceilings. */
export const findProblems = (tables: PlanTables, revision: number): readonly PlanProblem[] => [
  ...findMisfits(tables),
  ...findBrokenRows(tables),
  ...findDanglingReferences(tables),
  ...findRepeatedCodes(tables),
  ...findCircles(tables),
  ...findOverloads(tables, revision),
];

const findMisfits = (tables: PlanTables): PlanProblem[] =>
  tables.misfitCells.map(({ entity, rowId, field }) => ({
    type: "misfit-cell",
    message: `${nameRow(tables, entity, rowId)}: the stored ${field} does not fit and is passed over.`,
    entity,
    rowId,
    field,
  }));

const findBrokenRows = (tables: PlanTables): PlanProblem[] =>
  entityNames.flatMap((entity) =>
    tables.all(entity).flatMap((row) => {
      const error = checkRowRules(entity, row);
      if (error === undefined) return [];
      const message = `${nameRow(tables, entity, row.id)}: ${describeRowRule(error)}.`;
      return [{ type: error.type, message, entity, rowId: row.id }];
    }),
  );

function findDanglingReferences(tables: PlanTables): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const entity of entityNames)
    for (const [field, { kind, target }] of fieldEntries(entity)) {
      if (kind !== "reference" || target === undefined) continue;
      for (const row of tables.all(entity)) {
        const targetId = String((row as Record<string, unknown>)[field]);
        if (targetId === "" || tables.find(target as EntityName, targetId) !== undefined) continue;
        const message = `${nameRow(tables, entity, row.id)}: its ${target} does not exist any more.`;
        problems.push({ type: "dangling-reference", message, entity, rowId: row.id, field });
      }
    }
  return problems;
}

/** Rows are addressed by their code, so two of the same kind should not share one. */
function findRepeatedCodes(tables: PlanTables): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const entity of entityNames) {
    if (findField(entity, "code") === undefined) continue;
    const seen = new Set<string>();
    for (const row of tables.all(entity) as readonly (Row<EntityName> & { code?: string })[]) {
      const code = row.code ?? "";
      if (code !== "" && seen.has(code))
        problems.push({
          type: "repeated-code",
          message: `The code ${code} is used by more than one ${entity}.`,
          entity,
          rowId: row.id,
          field: "code",
        });
      seen.add(code);
    }
  }
  return problems;
}

function findCircles(tables: PlanTables): PlanProblem[] {
  const predecessorIds = new Map<string, string[]>();
  for (const { taskId, predecessorId } of tables.all("taskDependency"))
    predecessorIds.set(taskId, [...(predecessorIds.get(taskId) ?? []), predecessorId]);
  const names = namePlanRows(tables);
  return findDependencyCycles(predecessorIds).map((circle) => ({
    type: "dependency-cycle",
    message: `These tasks wait for each other in a circle: ${circle.map((taskId) => names.code("task", taskId)).join(", ")}.`,
  }));
}

/** Ceilings and capacities that everything as planned would exceed. */
function findOverloads(tables: PlanTables, revision: number): PlanProblem[] {
  const plan = tables.find("plan", PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID);
  if (plan.lastYear < plan.firstYear) return [];
  const names = namePlanRows(tables);
  const outcome = evaluateScenario(compilePlan(tables, revision), {});
  const ceilings = outcome.byYear.flatMap(({ year, sources }) =>
    sources.flatMap((source): PlanProblem[] => {
      const overWon = source.committeesWon + source.displacedWon + source.plannedWon - source.ceilingWon;
      if (!source.hasCeiling || overWon <= 0) return [];
      const message = `The ceiling of ${names.title("source", source.sourceId)} in ${year} is exceeded by ${formatWon(overWon)}.`;
      return [{ type: "ceiling-exceeded", message, entity: "source", rowId: source.sourceId }];
    }),
  );
  const capacities = outcome.resources.flatMap(({ year, resources }) =>
    resources.flatMap((resource): PlanProblem[] => {
      const overAmount = resource.committeesAmount + resource.plannedAmount - resource.capacity;
      if (!resource.hasCapacity || overAmount <= CAPACITY_TOLERANCE) return [];
      const message = `The capacity of ${names.title("resource", resource.resourceId)} in ${year} is exceeded by ${formatNumber(overAmount)}.`;
      return [{ type: "capacity-exceeded", message, entity: "resource", rowId: resource.resourceId }];
    }),
  );
  return [...ceilings, ...capacities];
}
