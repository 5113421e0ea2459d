import type { CommitteeSize, CompiledCommittee } from "./compiled-plan";
import type { LeverValues } from "./lever";
import { numberOr } from "./lever";

/** The size that a committee has at the end of the plan. */
export function finalSize(committee: CompiledCommittee): CommitteeSize {
  const last = committee.sizes.at(-1);
  if (last === undefined) throw new Error("finalSize: a compiled committee has at least one size");
  return last;
}

/** The size that holds in a year, given as an index within the horizon. */
export function sizeInYear(committee: CompiledCommittee, yearIndex: number): CommitteeSize {
  return committee.sizes.findLast((size) => size.yearIndex <= yearIndex) ?? finalSize(committee);
}

/** A committee under a scenario. */
export function applyCommitteeLevers(
  committee: CompiledCommittee,
  levers: LeverValues,
  years: readonly number[],
): CompiledCommittee {
  const prefix = `committee.${committee.code}`;
  const numberAt = (name: string, otherwise: number) => numberOr(levers[`${prefix}.${name}`], otherwise);
  return {
    ...committee,
    sizes: applySizeLevers(committee, levers, years),
    subcommittees: numberAt("subcommittees", committee.subcommittees),
    plenariesPerYear: numberAt("meetings", committee.plenariesPerYear),
    subcommitteeRoundsPerYear: numberAt("subcommitteeRounds", committee.subcommitteeRoundsPerYear),
    citizenAttendanceRatio: numberAt("attendance", committee.citizenAttendanceRatio),
    officialAttendanceRatio: numberAt("officialAttendance", committee.officialAttendanceRatio),
    allowanceWon: numberAt("allowance", committee.allowanceWon),
  };
}

/**
 * A council that changes its size gives the new seats to citizens, or keeps the
 * proportion it starts with (officials rounded to the nearest seat, halves up):
 * 25 + 5 grown to 50 is 45 + 5 or 42 + 8. The new size holds from the year of
 * the ordinance (`effective`); without that lever from the year that the plan
 * has for its own change, else from the first year.
 */
function applySizeLevers(
  committee: CompiledCommittee,
  levers: LeverValues,
  years: readonly number[],
): readonly CommitteeSize[] {
  const prefix = `committee.${committee.code}`;
  const [seatsLever, officialsLever] = [levers[`${prefix}.seats`], levers[`${prefix}.officials`]];
  const effectiveLever = levers[`${prefix}.effective`];
  const keepsProportion = levers[`${prefix}.newSeatsTo`] === "proportional";
  const [first] = committee.sizes;
  const planned = finalSize(committee);
  if (first === undefined) return committee.sizes;
  const isUnchanged =
    typeof seatsLever !== "number" && typeof officialsLever !== "number" && !keepsProportion;
  if (isUnchanged && typeof effectiveLever !== "number") return committee.sizes;
  const seats = numberOr(seatsLever, planned.seats);
  const proportional =
    first.seats > 0 ? Math.round((first.officials * seats) / first.seats) : first.officials;
  const plannedOfficials = typeof seatsLever === "number" ? first.officials : planned.officials;
  const officials = numberOr(officialsLever, keepsProportion ? proportional : plannedOfficials);
  const effectiveYear = numberOr(effectiveLever, years[planned.yearIndex] ?? 0);
  const yearIndex = Math.max(0, effectiveYear - (years[0] ?? 0));
  const before = committee.sizes.filter((size) => size.yearIndex < yearIndex && size !== planned);
  const kept = before.length === 0 && yearIndex > 0 ? [first] : before;
  return yearIndex >= years.length ? kept : [...kept, { yearIndex, seats, officials }];
}
