import { orderForFunding } from "../budget/funding-order";
import type { WaterfallPlan } from "../budget/waterfall";
import type { Row } from "../plan/entities";
import { PLAN_ROW_ID } from "../plan/entities";
import { findDependencyCycles } from "../plan/find-dependency-cycles";
import { MAX_HORIZON_YEARS } from "../plan/plan-horizon";
import { initialRow, type PlanTables } from "../plan/plan-tables";
import { capacityId, ceilingId, naturalRowId } from "../plan/row-id";
import type {
  CommitteeSize,
  CompiledCommittee,
  CompiledGroup,
  CompiledPlan,
  CompiledUnit,
  ResidentRules,
} from "./compiled-plan";

export type { CompiledPlan } from "./compiled-plan";

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
  const resources = tables.ordered("resource");
  const totals = years.map((year) => tables.find("budgetTotal", naturalRowId(year)));
  return {
    revision,
    years,
    sources: sources.map(({ id, code, title }) => ({ id, code, title })),
    tasks: tasks.map(({ id, code, areaId, priorityScore, isLegallyRequired }) => ({
      id,
      code,
      areaId,
      priorityScore,
      isLegallyRequired,
    })),
    committees: tables
      .ordered("committee")
      .map((committee) => compileCommittee(committee, sources, tables.all("committeeSize"), years)),
    waterfall: compileWaterfall(tables, tasks, sources, resources, years),
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
    resources: resources.map(({ id, code, title }) => ({ id, code, title })),
    capacity: Float64Array.from(
      resources.flatMap((resource) =>
        years.map(
          (year) => tables.find("resourceCapacity", capacityId(resource.id, year))?.capacity ?? Number.NaN,
        ),
      ),
    ),
    secretariatIndex: resources.findIndex((resource) => resource.id === plan.secretariatId),
    units: tables.ordered("unit").map(compileUnit),
    weights: {
      equal: plan.weightEqualRatio,
      people: plan.weightPeopleRatio,
      need: plan.weightNeedRatio,
      revenue: plan.weightRevenueRatio,
    },
    residentRules: compileResidentRules(plan),
    groups: compileGroups(tables),
    grades: tables.ordered("grade").map(({ code, ceilingWon }) => ({ code, ceilingWon })),
    gradeBeforeYear: years.map((year) => tables.find("evaluation", naturalRowId(year - 1))?.gradeCode ?? ""),
    isCeilingSetByGrade: Uint8Array.from(sources, (source) => Number(source.isCeilingSetByGrade)),
  };
}

const compileResidentRules = (plan: Row<"plan">): ResidentRules => ({
  unspentRule: plan.unspentRule,
  absorptionStartRatio: plan.absorptionStartRatio,
  absorptionGrowthRatio: plan.absorptionGrowthRatio,
  overheadRatio: plan.overheadRatio,
  residentProjectWon: plan.residentProjectWon,
  residentProjectStaffFte: plan.residentProjectStaffFte,
  projectsPerRound: plan.projectsPerRound,
  deliberationRoundsPerYear: plan.deliberationRoundsPerYear,
  committeeBaseStaffFte: plan.committeeBaseStaffFte,
  committeeStaffPerMemberFte: plan.committeeStaffPerMemberFte,
  committeeStaffPerSubcommitteeFte: plan.committeeStaffPerSubcommitteeFte,
});

const compileUnit = (unit: Row<"unit">): CompiledUnit => ({
  id: unit.id,
  title: unit.title,
  population: unit.population,
  needIndex: unit.needIndex,
  ownRevenuePerHeadWon: unit.ownRevenuePerHeadWon === 0 ? undefined : unit.ownRevenuePerHeadWon,
  floorWon: unit.floorWon,
  runningCostWon: unit.runningCostWon,
});

function compileGroups(tables: PlanTables): readonly CompiledGroup[] {
  const reserved = tables.all("reservedSeats");
  return tables.ordered("residentGroup").map(({ id, title, populationRatio }) => ({
    id,
    title,
    populationRatio,
    reservedSeats: Object.fromEntries(
      reserved.filter((row) => row.groupId === id).map((row) => [row.committeeId, row.seats]),
    ),
  }));
}

/** The size at the start of the plan and every later change within the horizon. */
function compileSizes(
  committee: Row<"committee">,
  changes: readonly Row<"committeeSize">[],
  years: readonly number[],
): readonly CommitteeSize[] {
  const firstYear = years[0] ?? 0;
  const byYear = new Map<number, CommitteeSize>();
  const note = (yearIndex: number, seats: number, officials: number) =>
    byYear.set(yearIndex, { yearIndex, seats: Math.max(seats, officials), officials });
  note(0, committee.seats, committee.officials);
  const own = changes.filter(
    (change) => change.committeeId === committee.id && change.year - firstYear < years.length,
  );
  for (const change of own.sort((a, b) => a.year - b.year))
    note(Math.max(0, change.year - firstYear), change.seats, change.officials);
  return [...byYear.values()];
}

function compileCommittee(
  committee: Row<"committee">,
  sources: readonly Row<"source">[],
  changes: readonly Row<"committeeSize">[],
  years: readonly number[],
): CompiledCommittee {
  return {
    id: committee.id,
    code: committee.code,
    title: committee.title,
    sourceIndex: sources.findIndex((source) => source.id === committee.sourceId),
    sizes: compileSizes(committee, changes, years),
    isCouncil: committee.kind === "council",
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
  resources: readonly Row<"resource">[],
  years: readonly number[],
): WaterfallPlan {
  const firstYear = years[0] ?? 0;
  const indexOfTask = new Map(tasks.map((task, index) => [task.id, index]));
  const indexOfSource = new Map(sources.map((source, index) => [source.id, index]));
  const placeOf = (line: Row<"budgetLine">): number => {
    const [task, source] = [indexOfTask.get(line.taskId), indexOfSource.get(line.sourceId)];
    const year = line.year - firstYear;
    if (task === undefined || source === undefined || year < 0 || year >= years.length) return -1;
    return (task * sources.length + source) * years.length + year;
  };
  const amountWon = sumLines(tables, [tasks, sources, firstYear, years.length], placeOf);
  const indexOfResource = new Map(resources.map((resource, index) => [resource.id, index]));
  const needs = tables.all("resourceNeed");
  const needAmount = keep(tables, "needs", [needs, tasks, resources, firstYear, years.length], () => {
    const amounts = new Float64Array(tasks.length * resources.length * years.length);
    for (const need of needs) {
      const [task, resource] = [indexOfTask.get(need.taskId), indexOfResource.get(need.resourceId)];
      const year = need.year - firstYear;
      if (task === undefined || resource === undefined || year < 0 || year >= years.length) continue;
      amounts[(task * resources.length + resource) * years.length + year] = need.amount;
    }
    return amounts;
  });
  const { predecessors, order } = keep(tables, "order", [tables.all("taskDependency"), tasks], () => {
    const found = compileDependencies(tables, tasks, indexOfTask);
    return {
      predecessors: found,
      order: orderForFunding(tasks.map((task, index) => ({ ...task, predecessors: found[index] ?? [] }))),
    };
  });
  return {
    resourceCount: resources.length,
    needAmount,
    taskCount: tasks.length,
    sourceCount: sources.length,
    yearCount: years.length,
    amountWon,
    order,
    startIndex: Int32Array.from(tasks, (task) =>
      Math.min(Math.max(task.startYear - firstYear, 0), years.length - 1),
    ),
    maxDelayYears: Int32Array.from(tasks, (task) => task.maxDelayYears),
    allowsPartial: Uint8Array.from(tasks, (task) => Number(task.allowsPartialFunding)),
    predecessors,
  };
}

const kept = new WeakMap<
  PlanTables,
  Map<string, { readonly frame: readonly unknown[]; readonly value: unknown }>
>();

/** What was made from the same lists and numbers at the last compilation, else made anew. A name stands for one type. */
function keep<T>(tables: PlanTables, name: string, frame: readonly unknown[], make: () => T): T {
  const ofTables = kept.get(tables) ?? new Map();
  kept.set(tables, ofTables);
  const known = ofTables.get(name);
  if (known?.frame.every((part: unknown, index: number) => part === frame[index])) return known.value as T;
  const value = make();
  ofTables.set(name, { frame, value });
  return value;
}

interface SummedLines {
  /** What the places of lines follow from. */
  readonly frame: readonly unknown[];
  readonly lines: readonly Row<"budgetLine">[];
  readonly amountWon: Float64Array;
}

const summedLines = new WeakMap<PlanTables, SummedLines>();

/**
 * The likely amounts of all lines by place. Of a hundred thousand lines an edit
 * changes one: where the frame is as it was, only what changed is added and
 * taken away. Whole won add up to the same sum in any order (up to 2^53).
 */
function sumLines(
  tables: PlanTables,
  frame: readonly [readonly Row<"task">[], readonly Row<"source">[], number, number],
  placeOf: (line: Row<"budgetLine">) => number,
): Float64Array {
  const lines = tables.all("budgetLine");
  const known = summedLines.get(tables);
  const isKnown = known?.lines.length === lines.length && frame.every((part, at) => part === known.frame[at]);
  const [tasks, sources, , yearCount] = frame;
  const amountWon = isKnown
    ? known.amountWon.slice()
    : new Float64Array(tasks.length * sources.length * yearCount);
  const add = (line: Row<"budgetLine"> | undefined, sign: 1 | -1) => {
    const at = line === undefined ? -1 : placeOf(line);
    if (line !== undefined && at >= 0) amountWon[at] = (amountWon[at] ?? 0) + sign * line.likelyWon;
  };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    const before = isKnown ? known.lines[index] : undefined;
    if (line === before) continue;
    add(before, -1);
    add(line, 1);
  }
  summedLines.set(tables, { frame, lines, amountWon });
  return amountWon;
}

/** The predecessors of each task by code, so that the order in which tasks are listed changes nothing. */
function compileDependencies(
  tables: PlanTables,
  tasks: readonly Row<"task">[],
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
  return predecessors.map((indices) => indices.sort((a, b) => compareByCode(tasks[a], tasks[b])));
}

function compareByCode(a: Row<"task"> | undefined, b: Row<"task"> | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0;
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
