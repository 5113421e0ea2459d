import type { CompiledCommittee, CompiledPlan } from "./compiled-plan";
import type { LeverValue, LeverValues } from "./lever";

/**
 * The plan under a scenario: only what the levers name differs. Levers whose
 * target no longer exists are passed over. A year's own lever beats the lever
 * for the whole path. Values are taken as checked (check-levers.ts).
 */
export function applyLevers(plan: CompiledPlan, levers: LeverValues): CompiledPlan {
  if (Object.keys(levers).length === 0) return plan;
  const numberAt = (path: string, otherwise: number) => numberOr(levers[path], otherwise);
  const shareOfAll = levers["decentralised.share"];
  return {
    ...plan,
    committees: plan.committees.map((committee) => applyToCommittee(committee, levers)),
    ceilingWon: plan.ceilingWon.map((plannedWon, index) => {
      const source = plan.sources[Math.floor(index / plan.years.length)];
      const path = `source.${source?.code}.ceiling`;
      return numberAt(`${path}.${plan.years[index % plan.years.length]}`, numberAt(path, plannedWon));
    }),
    shareRatioByYear: plan.shareRatioByYear.map((planned, index) =>
      numberAt(`decentralised.share.${plan.years[index]}`, numberOr(shareOfAll, planned)),
    ),
    shareBase: choiceOr(levers["decentralised.base"], ["plan", "discretionary", "total"], plan.shareBase),
    shareMode: choiceOr(levers["decentralised.mode"], ["proposal", "deliberated"], plan.shareMode),
    isShareAdditional:
      typeof levers["decentralised.additional"] === "boolean"
        ? levers["decentralised.additional"]
        : plan.isShareAdditional,
    inflationRatio: numberAt("prices.inflation", plan.inflationRatio),
  };
}

/**
 * A council that grows gives its new seats to citizens, or keeps the planned
 * proportion (officials rounded to the nearest seat, halves up): 25 + 5 grown
 * to 50 is 45 + 5 or 42 + 8.
 */
function applyToCommittee(committee: CompiledCommittee, levers: LeverValues): CompiledCommittee {
  const prefix = `committee.${committee.code}`;
  const numberAt = (name: string, otherwise: number) => numberOr(levers[`${prefix}.${name}`], otherwise);
  const seats = numberAt("seats", committee.seats);
  const keepsProportion = levers[`${prefix}.newSeatsTo`] === "proportional" && committee.seats > 0;
  const impliedOfficials = keepsProportion
    ? Math.round((committee.officials * seats) / committee.seats)
    : committee.officials;
  return {
    ...committee,
    seats,
    officials: numberAt("officials", impliedOfficials),
    subcommittees: numberAt("subcommittees", committee.subcommittees),
    plenariesPerYear: numberAt("meetings", committee.plenariesPerYear),
    subcommitteeRoundsPerYear: numberAt("subcommitteeRounds", committee.subcommitteeRoundsPerYear),
    citizenAttendanceRatio: numberAt("attendance", committee.citizenAttendanceRatio),
    allowanceWon: numberAt("allowance", committee.allowanceWon),
  };
}

const numberOr = (value: LeverValue | undefined, otherwise: number) =>
  typeof value === "number" ? value : otherwise;

const choiceOr = <C extends string>(value: LeverValue | undefined, choices: readonly C[], otherwise: C): C =>
  choices.find((choice) => choice === value) ?? otherwise;
