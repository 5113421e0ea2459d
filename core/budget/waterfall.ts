import { addLines, fitsLines, priceLines } from "./on-time-lines";
import { CAPACITY_TOLERANCE, fitsWhole, measureFit } from "./waterfall-fit";
import {
  lineCostWon,
  type PriceTables,
  packMoney,
  packNeeds,
  spreadLevels,
  tabulateRises,
  type WaterfallLines,
  type WaterfallPlan,
  type WaterfallPrices,
} from "./waterfall-plan";
import {
  createWaterfallResult,
  DELAYED,
  DROPPED,
  FUNDED,
  PARTIAL,
  resetWaterfallResult,
  type WaterfallResult,
} from "./waterfall-result";

export { fundedAmountWon, type WaterfallPlan, type WaterfallPrices } from "./waterfall-plan";
export { DELAYED, DROPPED, FUNDED, PARTIAL, type WaterfallResult } from "./waterfall-result";

/** The smallest part of a task that is worth starting on time with less money than planned. */
export const MINIMUM_PARTIAL_RATIO = 0.5;

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
  const money = packMoney(plan);
  const lines = {
    money,
    amountWon: money.values,
    onTimeWon: new Float64Array(money.values.length),
    byTaskWon: new Float64Array(plan.taskCount),
    needs: packNeeds(plan),
  };
  const byCellWon = new Float64Array(availableWon.length);
  const levelByCell = new Float64Array(availableWon.length);
  spreadLevels(money, prices.levelByYear, levelByCell);
  priceLines(lines, levelByCell, byCellWon);
  const result = createWaterfallResult(plan);
  const riseByDelay = new Float64Array(plan.yearCount);
  tabulateRises(prices.yearlyFactor, riseByDelay);
  const tables = { levelByYear: prices.levelByYear, riseByDelay };
  fundLines(plan, lines, availableWon, tables, availableCapacity, result);
  return result;
}

/**
 * The same over lines that are packed and priced, into a result that is used
 * again. Allocates nothing. Without `notesShortages` years, sources, resources
 * and amounts of shortages are those of some tasks only: who asks for numbers
 * many times over does not read them.
 */
export function fundLines(
  plan: WaterfallPlan,
  lines: WaterfallLines,
  availableWon: Float64Array,
  prices: PriceTables,
  availableCapacity: Float64Array,
  result: WaterfallResult,
  notesShortages = true,
): void {
  resetWaterfallResult(result, availableWon, availableCapacity);
  const { order } = plan;
  for (let turn = 0; turn < order.length; turn += 1) {
    const task = order[turn] ?? 0;
    const earliest = earliestDelay(plan, result, task);
    if (earliest === 0 && fitsOnTime(lines, result, task)) acceptOnTime(lines, result, task);
    else if (earliest < 0 || !placeTask(plan, lines, prices, result, task, earliest, notesShortages))
      result.status[task] = DROPPED;
  }
}

/** Whether money and resources left allow the whole task as planned. */
const fitsOnTime = (
  { money, amountWon, onTimeWon, needs }: WaterfallLines,
  { leftWon, leftCapacity }: WaterfallResult,
  task: number,
): boolean =>
  fitsLines(money, onTimeWon, amountWon, leftWon, 0, task) &&
  fitsLines(needs, needs.values, needs.values, leftCapacity, CAPACITY_TOLERANCE, task);

function acceptOnTime(
  { money, onTimeWon, byTaskWon, needs }: WaterfallLines,
  result: WaterfallResult,
  task: number,
): void {
  addLines(money, onTimeWon, -1, result.leftWon, task);
  addLines(needs, needs.values, -1, result.leftCapacity, task);
  result.fundedWon[task] = byTaskWon[task] ?? 0;
  result.fundedRatio[task] = 1;
}

const NONE: readonly number[] = [];

/** The delay that a task takes over from its predecessors; −1 when one of them is dropped. */
function earliestDelay(plan: WaterfallPlan, result: WaterfallResult, task: number): number {
  const predecessors = plan.predecessors[task] ?? NONE;
  let delay = 0;
  for (let index = 0; index < predecessors.length; index += 1) {
    const predecessor = predecessors[index] ?? 0;
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

/** Gives a task that does not fit on time what it can get; false when that is nothing. */
function placeTask(
  plan: WaterfallPlan,
  lines: WaterfallLines,
  prices: PriceTables,
  result: WaterfallResult,
  task: number,
  earliest: number,
  notesShortages: boolean,
): boolean {
  const latestStart = plan.yearCount - 1 - (plan.startIndex[task] ?? 0);
  const latest = Math.min(Math.max(plan.maxDelayYears[task] ?? 0, earliest), latestStart);
  if (earliest > latest) return false;
  const canBePartial = plan.allowsPartial[task] === 1;
  const ratio =
    notesShortages || canBePartial
      ? measureFit(plan, lines, prices, result, task, earliest, notesShortages ? 0 : MINIMUM_PARTIAL_RATIO)
      : Number(fitsWhole(plan, lines, prices, result, task, earliest));
  if (ratio === 1 || (canBePartial && ratio >= MINIMUM_PARTIAL_RATIO)) {
    accept(plan, lines, prices, result, task, earliest, ratio);
    return true;
  }
  for (let delay = earliest + 1; delay <= latest; delay += 1)
    if (fitsWhole(plan, lines, prices, result, task, delay)) {
      accept(plan, lines, prices, result, task, delay, 1);
      return true;
    }
  return false;
}

function accept(
  plan: WaterfallPlan,
  lines: WaterfallLines,
  prices: PriceTables,
  result: WaterfallResult,
  task: number,
  delay: number,
  ratio: number,
): void {
  const { money, needs } = lines;
  const { leftWon, leftCapacity } = result;
  const years = plan.yearCount - delay;
  let fundedWon = 0;
  const end = money.first[task + 1] ?? 0;
  for (let line = money.first[task] ?? 0; line < end; line += 1) {
    const at = money.cell[line] ?? 0;
    const year = money.yearOfCell[at] ?? 0;
    if (year >= years) continue;
    const fullWon = lineCostWon(lines, prices, line, year, delay);
    const costWon = ratio < 1 ? Math.floor(fullWon * ratio) : fullWon;
    leftWon[at + delay] = (leftWon[at + delay] ?? 0) - costWon;
    fundedWon += costWon;
  }
  const needsEnd = needs.first[task + 1] ?? 0;
  for (let line = needs.first[task] ?? 0; line < needsEnd; line += 1) {
    const at = needs.cell[line] ?? 0;
    if ((needs.yearOfCell[at] ?? 0) >= years) continue;
    leftCapacity[at + delay] = (leftCapacity[at + delay] ?? 0) - (needs.values[line] ?? 0) * ratio;
  }
  result.fundedWon[task] = fundedWon;
  result.delayYears[task] = delay;
  result.fundedRatio[task] = ratio;
  result.status[task] = ratio < 1 ? PARTIAL : delay > 0 ? DELAYED : FUNDED;
}
