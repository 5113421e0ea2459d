/** A district or neighbourhood that receives a part of a pool. */
export interface AllocationUnit {
  readonly population: number;
  /** Need per head relative to others; 0 means no need. */
  readonly needIndex: number;
  /** Own revenue per head; undefined where the unit has none of its own (동). */
  readonly ownRevenuePerHeadWon?: number | undefined;
  /** What the unit gets in any case, in whole won. */
  readonly floorWon: number;
}

/** How much each criterion counts; meant to add up to 1. */
export interface AllocationWeights {
  readonly equal: number;
  readonly people: number;
  readonly need: number;
  readonly revenue: number;
}

export type AllocationCriterion = keyof AllocationWeights;

/** Something that had to be adjusted while allocating. */
export type AllocationNotice =
  | { readonly type: "no-units"; readonly unallocatedWon: number }
  | { readonly type: "floors-scaled-down"; readonly floorSumWon: number; readonly poolWon: number }
  | { readonly type: "weights-normalised"; readonly weightSum: number }
  | { readonly type: "weights-all-zero" }
  | { readonly type: "criterion-not-applicable"; readonly criterion: AllocationCriterion }
  | { readonly type: "revenue-missing"; readonly unitIndexes: readonly number[] };

const CRITERIA = ["equal", "people", "need", "revenue"] as const;
const SUM_TOLERANCE = 1e-9;

/** The weight w_u of each unit, adding up to 1; `notices` collects what had to be adjusted. */
export function computeUnitWeights(
  units: readonly AllocationUnit[],
  weights: AllocationWeights,
  notices: AllocationNotice[],
): number[] {
  for (const criterion of CRITERIA) requireAmount(`weight ${criterion}`, weights[criterion]);
  const weightSum = CRITERIA.reduce((sum, criterion) => sum + weights[criterion], 0);
  if (weightSum === 0) notices.push({ type: "weights-all-zero" });
  else if (Math.abs(weightSum - 1) > SUM_TOLERANCE) notices.push({ type: "weights-normalised", weightSum });

  const applied = CRITERIA.flatMap((criterion) => {
    if (weights[criterion] === 0) return [];
    const basis = measureCriterion(criterion, units, notices);
    const largest = Math.max(...basis);
    if (largest > 0) return [{ weight: weights[criterion], basis, largest }];
    notices.push({ type: "criterion-not-applicable", criterion });
    return [];
  });
  if (applied.length === 0) return units.map(() => 1 / units.length);
  // Weights and bases are taken relative to the largest that counts, so that none vanishes or overflows.
  const largestWeight = Math.max(...applied.map(({ weight }) => weight));
  const result = units.map(() => 0);
  let appliedWeight = 0;
  for (const { weight, basis, largest } of applied) {
    const relativeWeight = weight / largestWeight;
    const basisSum = basis.reduce((sum, value) => sum + value / largest, 0);
    appliedWeight += relativeWeight;
    basis.forEach((value, index) => {
      result[index] = (result[index] ?? 0) + (relativeWeight * (value / largest)) / basisSum;
    });
  }
  return result.map((value) => value / appliedWeight);
}

/** What a criterion divides by: each unit's part is its value over the sum. */
function measureCriterion(
  criterion: AllocationCriterion,
  units: readonly AllocationUnit[],
  notices: AllocationNotice[],
): number[] {
  for (const unit of units) {
    requireAmount("population", unit.population);
    requireAmount("needIndex", unit.needIndex);
  }
  switch (criterion) {
    case "equal":
      return units.map(() => 1);
    case "people":
      return units.map((unit) => unit.population);
    case "need":
      return multiplyByNeed(units);
    case "revenue":
      return measureRevenueWeakness(units, notices);
  }
}

/** n_u/r_u, relative to the lowest revenue; a unit without revenue counts as the one with the lowest, and is named in a notice. */
function measureRevenueWeakness(units: readonly AllocationUnit[], notices: AllocationNotice[]): number[] {
  let lowestWon = Number.POSITIVE_INFINITY;
  const unitIndexes: number[] = [];
  units.forEach((unit, index) => {
    const revenueWon = unit.ownRevenuePerHeadWon ?? 0;
    requireAmount("ownRevenuePerHeadWon", revenueWon);
    if (revenueWon > 0) lowestWon = Math.min(lowestWon, revenueWon);
    else unitIndexes.push(index);
  });
  if (lowestWon === Number.POSITIVE_INFINITY) return units.map(() => 0);
  if (unitIndexes.length > 0) notices.push({ type: "revenue-missing", unitIndexes });
  return units.map((unit) => unit.population * (lowestWon / (unit.ownRevenuePerHeadWon || lowestWon)));
}

/** d_u·n_u, with need relative to the highest. */
function multiplyByNeed(units: readonly AllocationUnit[]): number[] {
  const highest = Math.max(...units.map((unit) => unit.needIndex));
  return units.map((unit) => (highest > 0 ? unit.population * (unit.needIndex / highest) : 0));
}

function requireAmount(name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`allocatePool: ${name} must be finite and not negative, got ${value}`);
  }
}
