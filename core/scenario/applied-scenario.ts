import { applyLevers, isGradedCell } from "./apply-levers";
import type { CompiledCommittee, CompiledPlan } from "./compiled-plan";
import type { LeverValues } from "./lever";

/** A plan under a scenario: made once, evaluated as often as draws are needed. */
export interface AppliedScenario {
  readonly levers: LeverValues;
  /** The plan with the levers applied. */
  readonly plan: CompiledPlan;
  /** 1 for ceilings, by `source · years + year`, that follow the evaluation's grade. */
  readonly isGraded: Uint8Array;
}

/**
 * What an uncertain world changes in a scenario; whatever is absent stays as the
 * scenario has it. Lists are read during the evaluation and what is read off it,
 * so that the caller can fill them again for the next draw.
 */
export interface Perturbation {
  /** Whole won, one entry a line of `evaluator.plannedLineWon`, in place of the plan's amounts at the plan's prices. */
  readonly lineWon?: Float64Array;
  /** By `source · years + year`; NaN where there is no ceiling. */
  readonly ceilingWon?: Float64Array;
  /** In place of the scenario's: what is worked out of a list is kept with it, so lists that come again cost nothing. */
  readonly committees?: readonly CompiledCommittee[];
  /** One entry a committee, 0…1. */
  readonly citizenAttendanceRatio?: Float64Array;
  readonly officialAttendanceRatio?: Float64Array;
  /** a₀ (0…1) and g ≥ 0 of all units (models B2). */
  readonly absorptionStartRatio?: number;
  readonly absorptionGrowthRatio?: number;
  /** Inflation of every year, > −1. */
  readonly inflationRatio?: number;
  /**
   * Grade of the evaluation in the year before each year of the horizon, as index
   * into `plan.grades`; −1 leaves the ceiling. It goes before `ceilingWon` where
   * a ceiling follows the grade.
   */
  readonly gradeBeforeYear?: Int32Array;
}

/** Applies levers, as checked by check-levers.ts, to a compiled plan. */
export function applyScenario(compiled: CompiledPlan, levers: LeverValues): AppliedScenario {
  const plan = applyLevers(compiled, levers);
  return {
    levers,
    plan,
    isGraded: listGradedCells(plan, levers),
  };
}

function listGradedCells(plan: CompiledPlan, levers: LeverValues): Uint8Array {
  const isGraded = new Uint8Array(plan.ceilingWon.length);
  if (plan.isCeilingSetByGrade.includes(1))
    for (let at = 0; at < isGraded.length; at += 1) isGraded[at] = Number(isGradedCell(plan, levers, at));
  return isGraded;
}

/** The scenario's plan as one draw has it, but for the amounts of lines. */
export function perturbPlan({ plan, isGraded }: AppliedScenario, drawn: Perturbation): CompiledPlan {
  const rules = plan.residentRules;
  const { absorptionStartRatio, absorptionGrowthRatio } = drawn;
  return {
    ...plan,
    committees: drawn.committees ?? perturbCommittees(plan.committees, drawn),
    ceilingWon: perturbCeilings(plan, isGraded, drawn),
    inflationRatio: drawn.inflationRatio ?? plan.inflationRatio,
    residentRules:
      absorptionStartRatio === undefined && absorptionGrowthRatio === undefined
        ? rules
        : {
            ...rules,
            absorptionStartRatio: absorptionStartRatio ?? rules.absorptionStartRatio,
            absorptionGrowthRatio: absorptionGrowthRatio ?? rules.absorptionGrowthRatio,
          },
  };
}

function perturbCommittees(
  committees: readonly CompiledCommittee[],
  { citizenAttendanceRatio: citizens, officialAttendanceRatio: officials }: Perturbation,
): readonly CompiledCommittee[] {
  if (citizens === undefined && officials === undefined) return committees;
  return committees.map((committee, index) => ({
    ...committee,
    citizenAttendanceRatio: citizens?.[index] ?? committee.citizenAttendanceRatio,
    officialAttendanceRatio: officials?.[index] ?? committee.officialAttendanceRatio,
  }));
}

function perturbCeilings(plan: CompiledPlan, isGraded: Uint8Array, drawn: Perturbation): Float64Array {
  const ceilingWon = drawn.ceilingWon ?? plan.ceilingWon;
  const grades = drawn.gradeBeforeYear;
  if (grades === undefined) return ceilingWon;
  return ceilingWon.map((won, at) =>
    isGraded[at] === 1 ? (plan.grades[grades[at % plan.years.length] ?? -1]?.ceilingWon ?? won) : won,
  );
}
