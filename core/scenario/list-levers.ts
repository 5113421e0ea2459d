import type { CompiledCommittee, CompiledPlan } from "./compiled-plan";
import type { Lever } from "./lever";

const MAX_SEATS = 200;
const MAX_MONEY_STEP_WON = 10_000_000;

/** All levers of a plan with their range and what the plan says, in the order in which screens show them. */
export function listLevers(plan: CompiledPlan): readonly Lever[] {
  return [
    ...plan.committees.flatMap(listCommitteeLevers),
    ...listShareLevers(plan),
    ...listCeilingLevers(plan),
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

function listCommitteeLevers(committee: CompiledCommittee): Lever[] {
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
  return [
    counted("seats", "seats", Math.max(3, committee.officials), MAX_SEATS, committee.seats),
    {
      ...of("newSeatsTo"),
      kind: "choice",
      unit: "",
      choices: ["citizens", "proportional"],
      planValue: "citizens",
    },
    counted("officials", "seats", 0, MAX_SEATS, committee.officials),
    counted("subcommittees", "subcommittees", 0, 20, committee.subcommittees),
    counted("meetings", "meetings a year", 0, 52, committee.plenariesPerYear),
    counted("subcommitteeRounds", "rounds a year", 0, 52, committee.subcommitteeRoundsPerYear),
    {
      ...of("attendance"),
      kind: "ratio",
      unit: "ratio",
      minimum: 0,
      maximum: 1,
      step: 0.01,
      planValue: committee.citizenAttendanceRatio,
    },
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

function listCeilingLevers(plan: CompiledPlan): Lever[] {
  return plan.sources.flatMap((source, sourceIndex) => {
    const yearly = plan.years.map(
      (_, index) => plan.ceilingWon[sourceIndex * plan.years.length + index] ?? Number.NaN,
    );
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
