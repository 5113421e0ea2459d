import { finalSize } from "./apply-committee-levers";
import type { CompiledCommittee, CompiledPlan } from "./compiled-plan";
import type { Lever } from "./lever";

const MAX_SEATS = 200;
const MAX_MONEY_STEP_WON = 10_000_000;

/** All levers of a plan with their range and what the plan says, in the order in which screens show them. */
export function listLevers(plan: CompiledPlan): readonly Lever[] {
  return [
    ...plan.committees.flatMap((committee) => listCommitteeLevers(committee, plan.years)),
    ...listShareLevers(plan),
    ...listResidentLevers(plan),
    ...listCeilingLevers(plan),
    ...listCapacityLevers(plan),
    ...listGradeLevers(plan),
    {
      path: "prices.inflation",
      group: "prices",
      name: "inflation",
      subject: "",
      kind: "ratio",
      unit: "ratio",
      minimum: -0.05,
      maximum: 0.2,
      step: 0.005,
      planValue: plan.inflationRatio,
    },
  ];
}

function listCommitteeLevers(committee: CompiledCommittee, years: readonly number[]): Lever[] {
  const of = (name: string) => ({
    path: `committee.${committee.code}.${name}`,
    group: "committee" as const,
    name,
    subject: committee.title,
  });
  const counted = (
    name: string,
    unit: string,
    minimum: number,
    maximum: number,
    planValue: number,
  ): Lever => ({
    ...of(name),
    kind: "count",
    unit,
    minimum,
    maximum: Math.max(maximum, planValue),
    step: 1,
    planValue,
  });
  const attendance = (name: string, planValue: number): Lever => ({
    ...of(name),
    kind: "ratio",
    unit: "ratio",
    minimum: 0,
    maximum: 1,
    step: 0.01,
    planValue,
  });
  const { seats, officials, yearIndex } = finalSize(committee);
  const firstYear = years[0] ?? 0;
  return [
    counted("seats", "seats", 3, MAX_SEATS, seats),
    {
      ...of("newSeatsTo"),
      kind: "choice",
      unit: "",
      choices: ["citizens", "proportional"],
      planValue: "citizens",
    },
    counted("officials", "seats", 0, MAX_SEATS, officials),
    counted("effective", "year", firstYear, firstYear + years.length, firstYear + yearIndex),
    counted("subcommittees", "subcommittees", 0, 20, committee.subcommittees),
    counted("meetings", "meetings a year", 0, 52, committee.plenariesPerYear),
    counted("subcommitteeRounds", "rounds a year", 0, 52, committee.subcommitteeRoundsPerYear),
    attendance("attendance", committee.citizenAttendanceRatio),
    attendance("officialAttendance", committee.officialAttendanceRatio),
    {
      ...of("allowance"),
      kind: "money",
      unit: "won",
      minimum: 0,
      maximum: Math.max(1_000_000, committee.allowanceWon),
      step: 10_000,
      planValue: committee.allowanceWon,
    },
  ];
}

function listShareLevers(plan: CompiledPlan): Lever[] {
  const base = { group: "decentralised" as const, subject: "" };
  const share = (path: string, name: string, subject: string, planValue: number): Lever => ({
    ...base,
    path,
    name,
    subject,
    kind: "ratio",
    unit: "ratio",
    minimum: 0,
    maximum: 1,
    step: 0.005,
    planValue,
  });
  return [
    share("decentralised.share", "share", "", meanOf(plan.shareRatioByYear)),
    ...plan.years.map((year, index) =>
      share(`decentralised.share.${year}`, "shareOfYear", String(year), plan.shareRatioByYear[index] ?? 0),
    ),
    {
      ...base,
      path: "decentralised.mode",
      name: "mode",
      kind: "choice",
      unit: "",
      choices: ["proposal", "deliberated"],
      planValue: plan.shareMode,
    },
    {
      ...base,
      path: "decentralised.additional",
      name: "additional",
      kind: "flag",
      unit: "",
      planValue: plan.isShareAdditional,
    },
    {
      ...base,
      path: "decentralised.base",
      name: "base",
      kind: "choice",
      unit: "",
      choices: ["plan", "discretionary", "total"],
      planValue: plan.shareBase,
    },
  ];
}

function listResidentLevers({ weights, residentRules: rules, years }: CompiledPlan): Lever[] {
  const of = (name: string, path = name) => ({
    path: `decentralised.${path}`,
    group: "decentralised" as const,
    name,
    subject: "",
  });
  const ratio = (name: string, path: string, maximum: number, planValue: number): Lever => ({
    ...of(name, path),
    kind: "ratio",
    unit: "ratio",
    minimum: 0,
    maximum: Math.max(maximum, planValue),
    step: 0.05,
    planValue,
  });
  const numeric = (name: string, unit: string, maximum: number, step: number, planValue: number): Lever => ({
    ...of(name),
    kind: "number",
    unit,
    minimum: 0,
    maximum: Math.max(maximum, planValue),
    step,
    planValue,
  });
  return [
    { ...of("ramp"), kind: "count", unit: "years", minimum: 0, maximum: years.length, step: 1, planValue: 0 },
    ratio("formulaEqual", "formula.equal", 1, weights.equal),
    ratio("formulaPeople", "formula.people", 1, weights.people),
    ratio("formulaNeed", "formula.need", 1, weights.need),
    ratio("formulaRevenue", "formula.revenue", 1, weights.revenue),
    { ...of("unspent"), kind: "choice", unit: "", choices: ["carry", "lapse"], planValue: rules.unspentRule },
    {
      ...of("projectCost"),
      kind: "money",
      unit: "won",
      minimum: 1_000_000,
      maximum: Math.max(500_000_000, rules.residentProjectWon),
      step: 1_000_000,
      planValue: rules.residentProjectWon,
    },
    numeric("projectStaff", "FTE a project", 5, 0.01, rules.residentProjectStaffFte),
    numeric("projectsPerRound", "projects a round", 10, 0.1, rules.projectsPerRound),
    { ...numeric("rounds", "rounds a year", 100, 1, rules.deliberationRoundsPerYear), kind: "count" },
    ratio("absorption", "absorption", 1, rules.absorptionStartRatio),
    ratio("absorptionGrowth", "absorptionGrowth", 5, rules.absorptionGrowthRatio),
  ];
}

function listCapacityLevers(plan: CompiledPlan): Lever[] {
  return plan.resources.flatMap((resource, index) => {
    const yearly = yearlyValues(plan, plan.capacity, index);
    const known = yearly.filter((value) => !Number.isNaN(value));
    if (known.length === 0) return [];
    const path = `resource.${resource.code}.capacity`;
    const capacity = (at: string, name: string, subject: string, planValue: number): Lever => ({
      path: at,
      group: "money",
      name,
      subject,
      kind: "number",
      unit: "capacity",
      minimum: 0,
      maximum: Math.max(...known) * 3 + 10,
      step: 0.5,
      planValue,
    });
    return [
      capacity(path, "capacity", resource.title, meanOf(known)),
      ...plan.years.flatMap((year, at) => {
        const value = yearly[at] ?? Number.NaN;
        return Number.isNaN(value)
          ? []
          : [capacity(`${path}.${year}`, "capacityOfYear", `${resource.title} ${year}`, value)];
      }),
    ];
  });
}

function listGradeLevers(plan: CompiledPlan): Lever[] {
  const choices = plan.grades.map((grade) => grade.code);
  const graded = plan.years.flatMap((year, index) => {
    const code = plan.gradeBeforeYear[index] ?? "";
    return code === "" ? [] : [{ year: year - 1, code }];
  });
  const [first] = graded;
  if (first === undefined || choices.length === 0) return [];
  const grade = (path: string, name: string, subject: string, planValue: string): Lever => ({
    path,
    group: "money",
    name,
    subject,
    kind: "choice",
    unit: "",
    choices,
    planValue,
  });
  return [
    grade("evaluation.grade", "grade", "", first.code),
    ...graded.map(({ year, code }) => grade(`evaluation.grade.${year}`, "gradeOfYear", String(year), code)),
  ];
}

const yearlyValues = (plan: CompiledPlan, values: Float64Array, row: number): readonly number[] =>
  plan.years.map((_, index) => values[row * plan.years.length + index] ?? Number.NaN);

function listCeilingLevers(plan: CompiledPlan): Lever[] {
  return plan.sources.flatMap((source, sourceIndex) => {
    const yearly = yearlyValues(plan, plan.ceilingWon, sourceIndex);
    const known = yearly.filter((won) => !Number.isNaN(won));
    if (known.length === 0) return [];
    const maximum = Math.max(...known) * 3 + MAX_MONEY_STEP_WON;
    const ceiling = (path: string, name: string, subject: string, planValue: number): Lever => ({
      path,
      group: "money",
      name,
      subject,
      kind: "money",
      unit: "won",
      minimum: 0,
      maximum,
      step: MAX_MONEY_STEP_WON,
      planValue,
    });
    const path = `source.${source.code}.ceiling`;
    return [
      ceiling(path, "ceiling", source.title, Math.round(meanOf(known))),
      ...plan.years.flatMap((year, index) => {
        const won = yearly[index] ?? Number.NaN;
        return Number.isNaN(won)
          ? []
          : [ceiling(`${path}.${year}`, "ceilingOfYear", `${source.title} ${year}`, won)];
      }),
    ];
  });
}

const meanOf = (values: ArrayLike<number>) =>
  values.length === 0
    ? 0
    : Math.round((Array.from(values).reduce((sum, value) => sum + value, 0) / values.length) * 1e10) / 1e10;
