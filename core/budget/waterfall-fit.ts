import {
  fullAmountWon,
  lineCostWon,
  type PriceTables,
  type WaterfallLines,
  type WaterfallPlan,
} from "./waterfall-plan";
import type { WaterfallResult } from "./waterfall-result";

/** Amounts of a resource closer than this are equal but for rounding noise. */
export const CAPACITY_TOLERANCE = 1e-9;

/** A quotient of numbers that hardly differ is 1. */
const JUST_BELOW_ONE = 1 - Number.EPSILON / 2;

/**
 * The part of a task that money and resources left allow with this delay, 0…1,
 * and 1 only where all of it fits. Notes the first year that is short and, of
 * that year, the source that lacks most, or the first short resource where no
 * source is short. Below `leastOfUse` it stops: the ratio can only fall.
 */
export function measureFit(
  plan: WaterfallPlan,
  lines: WaterfallLines,
  prices: PriceTables,
  result: WaterfallResult,
  task: number,
  delay: number,
  leastOfUse: number,
): number {
  const { money, amountWon, needs } = lines;
  const { leftWon, leftCapacity } = result;
  const years = plan.yearCount - delay;
  let ratio = 1;
  let shortYear = years;
  let shortWon = 0;
  let shortCell = -1;
  const end = money.first[task + 1] ?? 0;
  for (let line = money.first[task] ?? 0; line < end; line += 1) {
    const at = money.cell[line] ?? 0;
    const year = money.yearOfCell[at] ?? 0;
    if (year >= years) continue;
    const costWon = lineCostWon(lines, prices, line, year, delay);
    const left = leftWon[at + delay] ?? 0;
    if (costWon <= left || amountWon[line] === 0) continue;
    ratio = Math.min(ratio, Math.max(0, left / costWon));
    if (ratio < leastOfUse) return ratio;
    if (year > shortYear || (year === shortYear && costWon - left <= shortWon)) continue;
    shortYear = year;
    shortWon = costWon - left;
    shortCell = at;
  }
  let shortAmount = 0;
  let shortNeed = -1;
  const needsEnd = needs.first[task + 1] ?? 0;
  for (let line = needs.first[task] ?? 0; line < needsEnd; line += 1) {
    const at = needs.cell[line] ?? 0;
    const year = needs.yearOfCell[at] ?? 0;
    if (year >= years) continue;
    const needed = needs.values[line] ?? 0;
    const left = leftCapacity[at + delay] ?? 0;
    if (needed <= left + CAPACITY_TOLERANCE) continue;
    ratio = Math.min(ratio, Math.max(0, left / needed));
    if (ratio < leastOfUse) return ratio;
    if (year >= shortYear) continue;
    shortYear = year;
    shortAmount = needed - left;
    shortNeed = at;
  }
  if (shortNeed < 0 && shortCell < 0) return 1;
  if (shortNeed >= 0) {
    result.shortYear[task] = shortYear + delay;
    result.shortResource[task] = Math.floor(shortNeed / plan.yearCount);
    result.shortAmount[task] = shortAmount;
  } else {
    result.shortYear[task] = shortYear + delay;
    result.shortSource[task] = Math.floor(shortCell / plan.yearCount);
    result.shortWon[task] = shortWon;
  }
  return Math.min(ratio, JUST_BELOW_ONE);
}

/** Whether money and resources left allow the whole task with this delay. */
export function fitsWhole(
  plan: WaterfallPlan,
  { money, amountWon, needs }: WaterfallLines,
  prices: PriceTables,
  { leftWon, leftCapacity }: WaterfallResult,
  task: number,
  delay: number,
): boolean {
  const years = plan.yearCount - delay;
  const rise = prices.riseByDelay[delay] ?? 1;
  const end = money.first[task + 1] ?? 0;
  for (let line = money.first[task] ?? 0; line < end; line += 1) {
    const at = money.cell[line] ?? 0;
    const year = money.yearOfCell[at] ?? 0;
    if (year >= years) continue;
    const amount = amountWon[line] ?? 0;
    const costWon = fullAmountWon(amount, (prices.levelByYear[year] ?? 1) * rise);
    if (costWon > (leftWon[at + delay] ?? 0) && amount !== 0) return false;
  }
  const needsEnd = needs.first[task + 1] ?? 0;
  for (let line = needs.first[task] ?? 0; line < needsEnd; line += 1) {
    const at = needs.cell[line] ?? 0;
    if ((needs.yearOfCell[at] ?? 0) >= years) continue;
    const left = leftCapacity[at + delay] ?? 0;
    if ((needs.values[line] ?? 0) > left + CAPACITY_TOLERANCE) return false;
  }
  return true;
}
