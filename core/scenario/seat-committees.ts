import { createCommitteeCostBreakdown } from "../committee/cost/committee-cost";
import { sizeInYear } from "./apply-committee-levers";
import type { CommitteeSize, CompiledCommittee, CompiledGroup, ResidentRules } from "./compiled-plan";
import { computeCommitteeCostWon, evaluateCommittee } from "./evaluate-committee";
import type { CommitteeOutcome } from "./outcome";

/**
 * The committees of a plan as an evaluation needs them: what they cost and how
 * large they are. What else follows from a committee (chances, power, groups) is
 * worked out when somebody asks for it, and then kept.
 */
export class SeatedCommittees {
  readonly committees: readonly CompiledCommittee[];
  /** By `committee · years + year`. */
  readonly costWon: Float64Array;
  readonly seats: Float64Array;
  readonly #groups: readonly CompiledGroup[];
  readonly #yearCount: number;
  #outcomes: readonly CommitteeOutcome[] | null = null;

  constructor(committees: readonly CompiledCommittee[], groups: readonly CompiledGroup[], yearCount: number) {
    this.committees = committees;
    this.costWon = new Float64Array(committees.length * yearCount);
    this.seats = new Float64Array(committees.length * yearCount);
    this.#groups = groups;
    this.#yearCount = yearCount;
    const breakdown = createCommitteeCostBreakdown();
    for (let index = 0; index < committees.length; index += 1) {
      const committee = committees[index];
      if (committee === undefined) continue;
      let before: CommitteeSize | null = null;
      let costWon = 0;
      for (let year = 0; year < yearCount; year += 1) {
        const size = sizeInYear(committee, year);
        if (size !== before)
          costWon = computeCommitteeCostWon(committee, size.seats, size.officials, breakdown);
        before = size;
        this.seats[index * yearCount + year] = size.seats;
        this.costWon[index * yearCount + year] = costWon;
      }
    }
  }

  /** In the order of the plan. */
  get outcomes(): readonly CommitteeOutcome[] {
    this.#outcomes ??= this.committees.map((committee, index) =>
      evaluateCommittee(committee, this.#groups, {
        seatsByYear: this.#listYears(this.seats, index),
        costWonByYear: this.#listYears(this.costWon, index),
      }),
    );
    return this.#outcomes;
  }

  #listYears(values: Float64Array, committee: number): number[] {
    const list = new Array<number>(this.#yearCount);
    for (let year = 0; year < list.length; year += 1)
      list[year] = values[committee * list.length + year] ?? 0;
    return list;
  }

  /** The first council, or the first committee where none is one: the one that indicators speak of. */
  get councilOutcome(): CommitteeOutcome | undefined {
    return this.outcomes[
      Math.max(
        0,
        this.committees.findIndex(({ isCouncil }) => isCouncil),
      )
    ];
  }

  /** Subcommittees of all councils; NaN without a council. */
  countCouncilSubcommittees(): number {
    let count = Number.NaN;
    for (const { isCouncil, subcommittees } of this.committees)
      if (isCouncil) count = (Number.isNaN(count) ? 0 : count) + subcommittees;
    return count;
  }

  /** Fills `chargedWon`, by `source · years + year`, with what committees cost. */
  charge(chargedWon: Float64Array): void {
    const yearCount = this.#yearCount;
    chargedWon.fill(0);
    for (let index = 0; index < this.committees.length; index += 1) {
      const sourceIndex = this.committees[index]?.sourceIndex ?? -1;
      for (let year = 0; year < yearCount && sourceIndex >= 0; year += 1) {
        const at = sourceIndex * yearCount + year;
        chargedWon[at] = (chargedWon[at] ?? 0) + (this.costWon[index * yearCount + year] ?? 0);
      }
    }
  }

  /** Fills `staffFte`, by year, with posts that councils take: f₀ + f₁·seats + f₂·subcommittees, f₀ once (models B7). */
  staff(rules: ResidentRules, staffFte: Float64Array): void {
    const hasCouncil = this.committees.some(({ isCouncil }) => isCouncil);
    staffFte.fill(hasCouncil ? rules.committeeBaseStaffFte : 0);
    for (let index = 0; index < this.committees.length; index += 1) {
      const council = this.committees[index];
      if (!council?.isCouncil) continue;
      for (let year = 0; year < staffFte.length; year += 1)
        staffFte[year] =
          (staffFte[year] ?? 0) +
          (rules.committeeStaffPerMemberFte * (this.seats[index * this.#yearCount + year] ?? 0) +
            rules.committeeStaffPerSubcommitteeFte * council.subcommittees);
    }
  }
}
