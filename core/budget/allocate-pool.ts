import { roundToTotalInPlace } from "./allocate-pool-rounding";
import {
  type AllocationNotice,
  type AllocationUnit,
  type AllocationWeights,
  computeUnitWeights,
} from "./allocate-pool-weights";

export type { AllocationNotice, AllocationUnit, AllocationWeights } from "./allocate-pool-weights";

/** What each unit gets of a decentralised pool, in the order of the units. */
export interface PoolAllocation {
  /** Whole won; adds up to the pool exactly (unless there are no units). */
  readonly amountsWon: readonly number[];
  /** The weight w_u of each unit in what is divided above the floors; adds up to 1. */
  readonly weightByUnit: readonly number[];
  /** The pool itself when there is nobody to give it to, else 0. */
  readonly unallocatedWon: number;
  /** What had to be adjusted, for the person to read. */
  readonly notices: readonly AllocationNotice[];
}

/**
 * Divides a pool among units: A_u = floor_u + (D − Σfloor)·w_u with
 * w_u = w_equal/U + w_people·n_u/Σn + w_need·d_u n_u/Σdn + w_revenue·(n_u/r_u)/Σ(n/r).
 *
 * Amounts are whole won by largest remainder (ties to the earlier unit), so
 * ΣA = D exactly for every whole D up to 1e15. Floors above the pool are scaled
 * down, weights are normalised to a sum of 1, and a criterion that cannot be
 * applied (no people, no need, no revenue) hands its weight to the others in
 * proportion; each is a notice. Never NaN.
 *
 * Numbers ≥ 0 and finite, pool and floors whole won. O(U log U).
 */
export function allocatePool(
  units: readonly AllocationUnit[],
  poolWon: number,
  weights: AllocationWeights,
): PoolAllocation {
  if (!(Number.isSafeInteger(poolWon) && poolWon >= 0)) {
    throw new RangeError(`allocatePool: poolWon must be whole and not negative, got ${poolWon}`);
  }
  if (units.length === 0) {
    return {
      amountsWon: [],
      weightByUnit: [],
      unallocatedWon: poolWon,
      notices: poolWon > 0 ? [{ type: "no-units", unallocatedWon: poolWon }] : [],
    };
  }
  const notices: AllocationNotice[] = [];
  const divider = preparePool(units, weights, notices);
  const { floorSumWon } = divider;
  if (floorSumWon > poolWon) notices.push({ type: "floors-scaled-down", floorSumWon, poolWon });
  const amountsWon = new Float64Array(units.length);
  dividePool(divider, poolWon, amountsWon);
  return {
    amountsWon: Array.from(amountsWon),
    weightByUnit: Array.from(divider.weightByUnit),
    unallocatedWon: 0,
    notices,
  };
}

/** What the division of every pool among the same units has in common. */
export interface PoolDivider {
  /** The weight w_u of each unit; adds up to 1. */
  readonly weightByUnit: Float64Array;
  readonly floorsWon: Float64Array;
  readonly floorSumWon: number;
  /** Room for rounding. */
  readonly remainders: Float64Array;
  readonly sorted: Float64Array;
}

/** Works out the weights and floors of at least one unit; `notices` collects what had to be adjusted. */
export function preparePool(
  units: readonly AllocationUnit[],
  weights: AllocationWeights,
  notices: AllocationNotice[],
): PoolDivider {
  const weightByUnit = Float64Array.from(computeUnitWeights(units, weights, notices));
  let floorSumWon = 0;
  for (const { floorWon } of units) {
    if (!(Number.isSafeInteger(floorWon) && floorWon >= 0)) {
      throw new RangeError(`allocatePool: floorWon must be whole and not negative, got ${floorWon}`);
    }
    floorSumWon += floorWon;
  }
  return {
    weightByUnit,
    floorsWon: Float64Array.from(units, (unit) => unit.floorWon),
    floorSumWon,
    remainders: new Float64Array(units.length),
    sorted: new Float64Array(units.length),
  };
}

/** Divides a pool into `amountsWon`, which has one entry a unit. Floors above the pool are scaled down. */
export function dividePool(divider: PoolDivider, poolWon: number, amountsWon: Float64Array): void {
  const { weightByUnit, floorsWon, floorSumWon, remainders, sorted } = divider;
  const isShort = floorSumWon > poolWon;
  const restWon = poolWon - floorSumWon;
  for (let unit = 0; unit < amountsWon.length; unit += 1)
    amountsWon[unit] = isShort
      ? (floorsWon[unit] ?? 0) * (poolWon / floorSumWon)
      : (weightByUnit[unit] ?? 0) * restWon;
  roundToTotalInPlace(amountsWon, isShort ? poolWon : restWon, remainders, sorted);
  if (isShort || floorSumWon === 0) return;
  for (let unit = 0; unit < amountsWon.length; unit += 1)
    amountsWon[unit] = (amountsWon[unit] ?? 0) + (floorsWon[unit] ?? 0);
}
