import {
  computeExpectedCoveredSubcommittees,
  computeOneSubcommitteeCoverage,
} from "../../../core/committee/coverage/one-subcommittee-coverage";
import { computeSubcommitteeCoverage } from "../../../core/committee/coverage/subcommittee-coverage";
import { computeEffectiveJurySize } from "../../../core/committee/decision-quality/effective-jury-size";
import { computeMajorityCorrectness } from "../../../core/committee/decision-quality/majority-correctness";
import { computeMajorityCorrectnessLimit } from "../../../core/committee/decision-quality/majority-correctness-limit";
import { computeSamplingMargin } from "../../../core/committee/sampling/sampling-margin";
import { computeCubeRootSize } from "../../../core/committee/size-laws/cube-root-size";
import { computePowerLawSize } from "../../../core/committee/size-laws/power-law-size";
import { computeSquareRootSize } from "../../../core/committee/size-laws/square-root-size";
import { computeTaageperaSize } from "../../../core/committee/size-laws/taagepera-size";
import { computeExpectedSurvivors } from "../../../core/committee/turnover/expected-survivors";
import { computeMemoryAfterRenewal } from "../../../core/committee/turnover/memory-after-renewal";
import { findReserveListSize } from "../../../core/committee/turnover/reserve-list-size";

/** A size that the research figures are about. */
export interface ResearchSize {
  readonly kind: "base" | "scenario";
  readonly seats: number;
  readonly subcommittees: number;
}

/** What a person may assume; nobody has measured it for this council. */
export interface ResearchInputs {
  /** Chance that a member is right, 0…1. */
  readonly competenceRatio: number;
  readonly correlationRatio: number;
  readonly population: number;
  /** Part of the population that takes part in public life. */
  readonly activeRatio: number;
  readonly groupMembers: number;
  /** Members who leave in a year. */
  readonly dropoutRatio: number;
  /** Parts in which the members are renewed. */
  readonly cohorts: number;
}

/** A figure with a value for each size; null where it does not apply. */
export interface ResearchRow {
  readonly name: string;
  readonly unit: "ratio" | "number" | "seats" | "points";
  readonly values: readonly (number | null)[];
}

const row = (
  name: string,
  unit: ResearchRow["unit"],
  sizes: readonly ResearchSize[],
  read: (size: ResearchSize) => number | null,
): ResearchRow => ({ name, unit, values: sizes.map(read) });

/** Jury theorem (models A4): independent and correlated members, its limit, the effective size. */
export function listJuryRows(sizes: readonly ResearchSize[], inputs: ResearchInputs): ResearchRow[] {
  const { competenceRatio: p, correlationRatio: rho } = inputs;
  return [
    row("independent", "ratio", sizes, ({ seats }) => computeMajorityCorrectness(p, seats)),
    row("correlated", "ratio", sizes, ({ seats }) => computeMajorityCorrectness(p, seats, rho)),
    row("limit", "ratio", sizes, () => computeMajorityCorrectnessLimit(p, rho)),
    row("effectiveSize", "number", sizes, ({ seats }) => computeEffectiveJurySize(seats, rho)),
  ];
}

/** Sizes that the laws would give an assembly of this population (models A8), beside the committee's own. */
export function listSizeLawRows(sizes: readonly ResearchSize[], inputs: ResearchInputs): ResearchRow[] {
  const { population, activeRatio } = inputs;
  return [
    row("ownSize", "seats", sizes, ({ seats }) => seats),
    row("cubeRoot", "number", sizes, () => computeCubeRootSize(population)),
    row("taagepera", "number", sizes, () => computeTaageperaSize(population, activeRatio)),
    row("powerLaw", "number", sizes, () => computePowerLawSize(population)),
    row("squareRoot", "number", sizes, () => computeSquareRootSize(population)),
  ];
}

/** In how many subcommittees a group of members is found by random assignment (models A10). */
export function listCoverageRows(sizes: readonly ResearchSize[], inputs: ResearchInputs): ResearchRow[] {
  const covered = (read: (size: ResearchSize, members: number) => number) => (size: ResearchSize) =>
    size.subcommittees === 0 ? null : read(size, Math.min(inputs.groupMembers, size.seats));
  return [
    row(
      "inAll",
      "ratio",
      sizes,
      covered(({ seats, subcommittees }, members) =>
        computeSubcommitteeCoverage(seats, subcommittees, members),
      ),
    ),
    row(
      "inOne",
      "ratio",
      sizes,
      covered(({ seats, subcommittees }, members) =>
        computeOneSubcommitteeCoverage(seats, Math.floor(seats / subcommittees), members),
      ),
    ),
    row(
      "expectedCovered",
      "number",
      sizes,
      covered(({ seats, subcommittees }, members) =>
        computeExpectedCoveredSubcommittees(seats, subcommittees, members),
      ),
    ),
  ];
}

const RESERVE_CONFIDENCE = 0.95;

/** What stays after a term, what is remembered after a renewal, and how long a reserve list must be (models A11). */
export function listTurnoverRows(
  sizes: readonly ResearchSize[],
  { dropoutRatio, cohorts }: ResearchInputs,
  termYears: number,
): ResearchRow[] {
  const overTerm = 1 - (1 - dropoutRatio) ** termYears;
  return [
    row("survivors", "number", sizes, ({ seats }) =>
      computeExpectedSurvivors(seats, termYears, dropoutRatio),
    ),
    row("memory", "ratio", sizes, () => computeMemoryAfterRenewal(cohorts, termYears, dropoutRatio)),
    row("reserve", "seats", sizes, ({ seats }) => findReserveListSize(seats, overTerm, RESERVE_CONFIDENCE)),
  ];
}

/** Margin of error of a half measured in a random sample of this size (models A12). */
export const listMarginRows = (sizes: readonly ResearchSize[]): ResearchRow[] => [
  row("margin", "points", sizes, ({ seats }) => computeSamplingMargin(seats)),
];
