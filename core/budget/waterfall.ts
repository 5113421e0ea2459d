/** The smallest part of a task that is worth starting on time with less money than planned. */
export const MINIMUM_PARTIAL_RATIO = 0.5;

/** Tasks as the waterfall needs them. Money is indexed `(task · sources + source) · years + year`. */
export interface WaterfallPlan {
  readonly taskCount: number;
  readonly sourceCount: number;
  readonly yearCount: number;
  /** Likely amounts in won at the plan's prices, inside the horizon. */
  readonly amountWon: Float64Array;
  /** Order in which tasks get money (funding-order.ts). */
  readonly order: Int32Array;
  /** Index of each task's first year inside the horizon. */
  readonly startIndex: Int32Array;
  readonly maxDelayYears: Int32Array;
  readonly allowsPartial: Uint8Array;
  readonly predecessors: readonly (readonly number[])[];
  readonly resourceCount: number;
  /** What tasks need of each resource, indexed `(task · resources + resource) · years + year`. */
  readonly needAmount: Float64Array;
}

export const FUNDED = 0;
export const PARTIAL = 1;
export const DELAYED = 2;
export const DROPPED = 3;

/** One entry a task; the years and sources of a reason are indices, −1 where there is none. */
export interface WaterfallResult {
  readonly status: Uint8Array;
  readonly delayYears: Int32Array;
  readonly fundedRatio: Float64Array;
  /** Index of the year and source whose money ran short first. */
  readonly shortYear: Int32Array;
  readonly shortSource: Int32Array;
  readonly shortWon: Float64Array;
  /** Index of the resource that ran short first (−1 when money did), and by how much. */
  readonly shortResource: Int32Array;
  readonly shortAmount: Float64Array;
  /** Index of the predecessor that held the task up. */
  readonly blockedBy: Int32Array;
  /** Money left by `source · years + year`; Infinity where there is no ceiling. */
  readonly leftWon: Float64Array;
  /** Capacity left by `resource · years + year`; Infinity where none is set. */
  readonly leftCapacity: Float64Array;
}

/** Price level of each year against the plan's own prices, and the yearly rise for delayed tasks. */
export interface WaterfallPrices {
  readonly levelByYear: Float64Array;
  readonly yearlyFactor: number;
}

/**
 * Funds tasks one after another until money runs out (models B4).
 *
 * A task gets, in this order: all of its money on time; a part of it on time
 * (only if it allows that, the same part of every line, so that matching ratios
 * hold, and at least half); all of it later, by as few years as possible up to
 * its longest delay, every line shifted and re-priced; nothing. A task never
 * starts after the horizon, and keeps at least the delay of its predecessors; it
 * is dropped with them. Lines that a delay moves past the horizon are not
 * checked against a ceiling.
 *
 * `availableWon` is what each source has for tasks in each year, and
 * `availableCapacity` what each resource has (Infinity where there is no limit,
 * negative where something else overdraws it). Money is named before resources
 * where both are short in the same year. Ties do not occur: the order is given.
 * O(tasks · delays · (sources + resources) · years).
 */
export function fundByWaterfall(
  plan: WaterfallPlan,
  availableWon: Float64Array,
  prices: WaterfallPrices,
  availableCapacity: Float64Array,
): WaterfallResult {
  const { taskCount } = plan;
  const result: WaterfallResult = {
    status: new Uint8Array(taskCount),
    delayYears: new Int32Array(taskCount),
    fundedRatio: new Float64Array(taskCount),
    shortYear: new Int32Array(taskCount).fill(-1),
    shortSource: new Int32Array(taskCount).fill(-1),
    shortWon: new Float64Array(taskCount),
    shortResource: new Int32Array(taskCount).fill(-1),
    shortAmount: new Float64Array(taskCount),
    blockedBy: new Int32Array(taskCount).fill(-1),
    leftWon: Float64Array.from(availableWon),
    leftCapacity: Float64Array.from(availableCapacity),
  };
  for (const task of plan.order) {
    const earliest = earliestDelay(plan, result, task);
    if (earliest < 0) {
      result.status[task] = DROPPED;
      continue;
    }
    const placement = findPlacement(plan, result, prices, task, earliest);
    if (placement === null) result.status[task] = DROPPED;
    else accept(plan, result, prices, task, placement.delay, placement.ratio);
  }
  return result;
}

/** The delay that a task takes over from its predecessors; −1 when one of them is dropped. */
function earliestDelay(plan: WaterfallPlan, result: WaterfallResult, task: number): number {
  let delay = 0;
  for (const predecessor of plan.predecessors[task] ?? []) {
    if (result.status[predecessor] === DROPPED) {
      result.blockedBy[task] = predecessor;
      return -1;
    }
    const inherited = result.delayYears[predecessor] ?? 0;
    if (inherited > delay) {
      delay = inherited;
      result.blockedBy[task] = predecessor;
    }
  }
  return delay;
}

function findPlacement(
  plan: WaterfallPlan,
  result: WaterfallResult,
  prices: WaterfallPrices,
  task: number,
  earliest: number,
): { readonly delay: number; readonly ratio: number } | null {
  const latestStart = plan.yearCount - 1 - (plan.startIndex[task] ?? 0);
  const latest = Math.min(Math.max(plan.maxDelayYears[task] ?? 0, earliest), latestStart);
  for (let delay = earliest; delay <= latest; delay += 1) {
    if (fitsWhole(plan, result, prices, task, delay)) return { delay, ratio: 1 };
    if (delay > earliest) continue;
    const ratio = measureShortage(plan, result, prices, task, delay);
    if (plan.allowsPartial[task] === 1 && ratio >= MINIMUM_PARTIAL_RATIO) return { delay, ratio };
  }
  return null;
}

/** Amounts of a resource closer than this are equal but for rounding noise. */
const CAPACITY_TOLERANCE = 1e-9;

/** Whether money and resources left allow the whole task with this delay. The innermost loops of an evaluation. */
function fitsWhole(
  plan: WaterfallPlan,
  result: WaterfallResult,
  prices: WaterfallPrices,
  task: number,
  delay: number,
): boolean {
  const { sourceCount, resourceCount, yearCount, amountWon, needAmount } = plan;
  const { leftWon, leftCapacity } = result;
  const { levelByYear } = prices;
  const rise = prices.yearlyFactor ** delay;
  const years = yearCount - delay;
  for (let source = 0; source < sourceCount; source += 1) {
    const first = (task * sourceCount + source) * yearCount;
    const left = source * yearCount + delay;
    for (let year = 0; year < years; year += 1) {
      const planned = amountWon[first + year] ?? 0;
      if (planned === 0) continue;
      const factor = (levelByYear[year] ?? 1) * rise;
      const costWon = factor === 1 ? planned : Math.round(planned * factor);
      if (costWon > (leftWon[left + year] ?? 0)) return false;
    }
  }
  for (let resource = 0; resource < resourceCount; resource += 1) {
    const first = (task * resourceCount + resource) * yearCount;
    const left = resource * yearCount + delay;
    for (let year = 0; year < years; year += 1) {
      const needed = needAmount[first + year] ?? 0;
      if (needed !== 0 && needed > (leftCapacity[left + year] ?? 0) + CAPACITY_TOLERANCE) return false;
    }
  }
  return true;
}

/** The part of a task that money and resources left allow with this delay, 0…1; notes the first year that is short. */
function measureShortage(
  plan: WaterfallPlan,
  result: WaterfallResult,
  prices: WaterfallPrices,
  task: number,
  delay: number,
): number {
  let ratio = 1;
  let isNoting = true;
  for (let year = 0; year + delay < plan.yearCount; year += 1) {
    const moneyRatio = moneyRatioOfYear(plan, result, prices, task, delay, year, isNoting);
    const isMoneyShort = moneyRatio < 1;
    const resourceRatio = resourceRatioOfYear(plan, result, task, delay, year, isNoting && !isMoneyShort);
    ratio = Math.min(ratio, moneyRatio, resourceRatio);
    if (ratio < 1) isNoting = false;
    if (ratio === 0) break;
  }
  return ratio;
}

function moneyRatioOfYear(
  plan: WaterfallPlan,
  result: WaterfallResult,
  prices: WaterfallPrices,
  task: number,
  delay: number,
  year: number,
  notesShortage: boolean,
): number {
  const { sourceCount, yearCount, amountWon } = plan;
  const factor = (prices.levelByYear[year] ?? 1) * prices.yearlyFactor ** delay;
  const first = task * sourceCount * yearCount;
  let ratio = 1;
  let shortWon = 0;
  for (let source = 0; source < sourceCount; source += 1) {
    const planned = amountWon[first + source * yearCount + year] ?? 0;
    if (planned === 0) continue;
    const costWon = Math.round(planned * factor);
    const leftWon = result.leftWon[source * yearCount + year + delay] ?? 0;
    if (costWon <= leftWon) continue;
    ratio = Math.min(ratio, Math.max(0, leftWon / costWon));
    if (!notesShortage || costWon - leftWon <= shortWon) continue;
    shortWon = costWon - leftWon;
    result.shortYear[task] = year + delay;
    result.shortSource[task] = source;
    result.shortWon[task] = shortWon;
  }
  return ratio;
}

function resourceRatioOfYear(
  plan: WaterfallPlan,
  result: WaterfallResult,
  task: number,
  delay: number,
  year: number,
  notesShortage: boolean,
): number {
  const { resourceCount, yearCount, needAmount } = plan;
  const first = task * resourceCount * yearCount;
  let ratio = 1;
  for (let resource = 0; resource < resourceCount; resource += 1) {
    const needed = needAmount[first + resource * yearCount + year] ?? 0;
    if (needed === 0) continue;
    const left = result.leftCapacity[resource * yearCount + year + delay] ?? 0;
    if (needed <= left + CAPACITY_TOLERANCE) continue;
    const isFirstShort = ratio === 1;
    ratio = Math.min(ratio, Math.max(0, left / needed));
    if (!notesShortage || !isFirstShort) continue;
    result.shortYear[task] = year + delay;
    result.shortResource[task] = resource;
    result.shortAmount[task] = needed - left;
  }
  return ratio;
}

function accept(
  plan: WaterfallPlan,
  result: WaterfallResult,
  prices: WaterfallPrices,
  task: number,
  delay: number,
  ratio: number,
): void {
  const { sourceCount, yearCount, amountWon } = plan;
  const rise = prices.yearlyFactor ** delay;
  const first = task * sourceCount * yearCount;
  for (let source = 0; source < sourceCount; source += 1)
    for (let year = 0; year + delay < yearCount; year += 1) {
      const planned = amountWon[first + source * yearCount + year] ?? 0;
      if (planned === 0) continue;
      const at = source * yearCount + year + delay;
      const costWon = fundedAmountWon(planned, (prices.levelByYear[year] ?? 1) * rise, ratio);
      result.leftWon[at] = (result.leftWon[at] ?? 0) - costWon;
    }
  takeResources(plan, result, task, delay, ratio);
  result.delayYears[task] = delay;
  result.fundedRatio[task] = ratio;
  result.status[task] = ratio < 1 ? PARTIAL : delay > 0 ? DELAYED : FUNDED;
}

function takeResources(
  plan: WaterfallPlan,
  result: WaterfallResult,
  task: number,
  delay: number,
  ratio: number,
): void {
  const { resourceCount, yearCount, needAmount } = plan;
  const first = task * resourceCount * yearCount;
  for (let resource = 0; resource < resourceCount; resource += 1)
    for (let year = 0; year + delay < yearCount; year += 1) {
      const needed = needAmount[first + resource * yearCount + year] ?? 0;
      const at = resource * yearCount + year + delay;
      if (needed !== 0) result.leftCapacity[at] = (result.leftCapacity[at] ?? 0) - needed * ratio;
    }
}

/** What a line of whole won gets, in whole won: rounded to the nearest in full, rounded down in part. */
export const fundedAmountWon = (plannedWon: number, priceFactor: number, ratio: number): number => {
  const fullWon = priceFactor === 1 ? plannedWon : Math.round(plannedWon * priceFactor);
  return ratio < 1 ? Math.floor(fullWon * ratio) : fullWon;
};
