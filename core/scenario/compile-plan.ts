import type { Row } from "../plan/entities";
import { PLAN_ROW_ID } from "../plan/entities";
import { MAX_HORIZON_YEARS } from "../plan/plan-horizon";
import { initialRow, type PlanTables } from "../plan/plan-tables";
import { capacityId, ceilingId, naturalRowId } from "../plan/row-id";
import { compileWaterfall } from "./compile-waterfall";
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
 * circle are left out (the problems list names them). The compilation to be
 * `reused`, of the same tables, gives its amounts away and must not be used any
 * more: copying a hundred thousand of them takes longer than an edit.
 */
export function compilePlan(
  tables: PlanTables,
  revision: number,
  reused: CompiledPlan | null = null,
): CompiledPlan {
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
    tasks: compileTasks(tasks),
    committees: tables
      .ordered("committee")
      .map((committee) => compileCommittee(committee, sources, tables.all("committeeSize"), years)),
    waterfall: compileWaterfall(tables, tasks, sources, resources, years, reused?.waterfall ?? null),
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

/** Tasks stay the same list while their money is edited. */
const compiledTasks = new WeakMap<readonly Row<"task">[], CompiledPlan["tasks"]>();

function compileTasks(tasks: readonly Row<"task">[]): CompiledPlan["tasks"] {
  const known = compiledTasks.get(tasks);
  if (known !== undefined) return known;
  const compiled = tasks.map(({ id, code, areaId, priorityScore, isLegallyRequired }) => ({
    id,
    code,
    areaId,
    priorityScore,
    isLegallyRequired,
  }));
  compiledTasks.set(tasks, compiled);
  return compiled;
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
