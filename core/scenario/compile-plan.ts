import { orderForFunding } from "../budget/funding-order";
import type { WaterfallPlan } from "../budget/waterfall";
import type { Row } from "../plan/entities";
import { PLAN_ROW_ID } from "../plan/entities";
import { findDependencyCycles } from "../plan/find-dependency-cycles";
import { initialRow, type PlanTables } from "../plan/plan-tables";
import { ceilingId, naturalRowId } from "../plan/row-id";
import type { CompiledCommittee, CompiledPlan } from "./compiled-plan";

export type { CompiledPlan } from "./compiled-plan";

/** No plan is longer; a longer horizon is cut, and the problems list says so. */
export const MAX_HORIZON_YEARS = 50;

/**
 * Compiles the current rows for evaluation. Lines outside the horizon, of
 * deleted tasks or of unknown sources do not count; dependencies that form a
 * circle are left out (the problems list names them).
 */
export function compilePlan(tables: PlanTables, revision: number): CompiledPlan {
  const plan = tables.find("plan", PLAN_ROW_ID) ?? initialRow("plan", PLAN_ROW_ID);
  const yearCount = Math.max(1, Math.min(MAX_HORIZON_YEARS, plan.lastYear - plan.firstYear + 1));
  const years = Array.from({ length: yearCount }, (_, index) => plan.firstYear + index);
  const sources = tables.ordered("source");
  const tasks = tables.ordered("task");
  const totals = years.map((year) => tables.find("budgetTotal", naturalRowId(year)));
  return {
    revision,
    years,
    sources: sources.map(({ id, code, title }) => ({ id, code, title })),
    tasks: tasks.map(({ id, priorityScore }) => ({ id, priorityScore })),
    committees: tables.ordered("committee").map((committee) => compileCommittee(committee, sources)),
    waterfall: compileWaterfall(tables, tasks, sources, years),
    ceilingWon: Float64Array.from(
      sources.flatMap((source) =>
        years.map((year) => tables.find("ceiling", ceilingId(source.id, year))?.ceilingWon ?? Number.NaN),
      ),
    ),
    isEligibleForShare: Uint8Array.from(sources, (source) => Number(source.isEligibleForShare)),
    shareRatioByYear: Float64Array.from(
      years,
      (year) => tables.find("decentralisedShare", naturalRowId(year))?.shareRatio ?? 0,
    ),
    shareBase: plan.shareBase,
    shareMode: plan.shareMode,
    isShareAdditional: plan.isShareAdditional,
    totalBudgetWonByYear: Float64Array.from(totals, (row) => row?.totalWon ?? 0),
    discretionaryBudgetWonByYear: Float64Array.from(totals, (row) => row?.discretionaryWon ?? 0),
    inflationRatio: plan.inflationRatio,
  };
}

function compileCommittee(committee: Row<"committee">, sources: readonly Row<"source">[]): CompiledCommittee {
  return {
    id: committee.id,
    code: committee.code,
    title: committee.title,
    sourceIndex: sources.findIndex((source) => source.id === committee.sourceId),
    seats: Math.max(committee.seats, committee.officials),
    officials: committee.officials,
    subcommittees: committee.subcommittees,
    plenariesPerYear: committee.plenariesPerYear,
    subcommitteeRoundsPerYear: committee.subcommitteeRoundsPerYear,
    allowanceWon: committee.allowanceWon,
    officialHours: committee.officialHours,
    officialHourlyWageWon: committee.officialHourlyWageWon,
    fixedCostWon: committee.fixedCostWon,
    fixedCostSubcommitteeWon: committee.fixedCostSubcommitteeWon,
    citizenAttendanceRatio: committee.citizenAttendanceRatio,
    officialAttendanceRatio: committee.officialAttendanceRatio,
  };
}

function compileWaterfall(
  tables: PlanTables,
  tasks: readonly Row<"task">[],
  sources: readonly Row<"source">[],
  years: readonly number[],
): WaterfallPlan {
  const firstYear = years[0] ?? 0;
  const indexOfTask = new Map(tasks.map((task, index) => [task.id, index]));
  const indexOfSource = new Map(sources.map((source, index) => [source.id, index]));
  const amountWon = new Float64Array(tasks.length * sources.length * years.length);
  for (const line of tables.all("budgetLine")) {
    const [task, source] = [indexOfTask.get(line.taskId), indexOfSource.get(line.sourceId)];
    const year = line.year - firstYear;
    if (task === undefined || source === undefined || year < 0 || year >= years.length) continue;
    const at = (task * sources.length + source) * years.length + year;
    amountWon[at] = (amountWon[at] ?? 0) + line.likelyWon;
  }
  const predecessors = compileDependencies(tables, indexOfTask);
  return {
    taskCount: tasks.length,
    sourceCount: sources.length,
    yearCount: years.length,
    amountWon,
    order: orderForFunding(
      tasks.map((task, index) => ({ ...task, predecessors: predecessors[index] ?? [] })),
    ),
    startIndex: Int32Array.from(tasks, (task) =>
      Math.min(Math.max(task.startYear - firstYear, 0), years.length - 1),
    ),
    maxDelayYears: Int32Array.from(tasks, (task) => task.maxDelayYears),
    allowsPartial: Uint8Array.from(tasks, (task) => Number(task.allowsPartialFunding)),
    predecessors,
  };
}

function compileDependencies(
  tables: PlanTables,
  indexOfTask: ReadonlyMap<string, number>,
): readonly number[][] {
  const rows = tables
    .all("taskDependency")
    .filter((row) => indexOfTask.has(row.taskId) && indexOfTask.has(row.predecessorId));
  const predecessorIds = new Map<string, string[]>();
  for (const { taskId, predecessorId } of rows)
    predecessorIds.set(taskId, [...(predecessorIds.get(taskId) ?? []), predecessorId]);
  const circleOf = new Map<string, number>();
  for (const [index, circle] of findDependencyCycles(predecessorIds).entries())
    for (const taskId of circle) circleOf.set(taskId, index);
  const predecessors: number[][] = Array.from(indexOfTask, () => []);
  for (const { taskId, predecessorId } of rows) {
    const [task, predecessor] = [indexOfTask.get(taskId), indexOfTask.get(predecessorId)];
    const isInCircle = circleOf.has(taskId) && circleOf.get(taskId) === circleOf.get(predecessorId);
    if (task !== undefined && predecessor !== undefined && !isInCircle) predecessors[task]?.push(predecessor);
  }
  return predecessors.map((indices) => indices.sort((a, b) => a - b));
}
