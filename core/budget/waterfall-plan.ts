import { type PackedLines, packLines, updateLines } from "./packed-lines";
import { roundWon } from "./round-won";

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

/** Price level of each year against the plan's own prices, and the yearly rise for delayed tasks. */
export interface WaterfallPrices {
  readonly levelByYear: Float64Array;
  readonly yearlyFactor: number;
}

/** The same, with the rise for each number of years of delay: a power a task and delay would take longer than its lines. */
export interface PriceTables {
  readonly levelByYear: Float64Array;
  /** One entry a delay, from none up to one year less than the horizon has. */
  readonly riseByDelay: Float64Array;
}

/** Fills `riseByDelay`. */
export function tabulateRises(yearlyFactor: number, riseByDelay: Float64Array): void {
  for (let delay = 0; delay < riseByDelay.length; delay += 1) riseByDelay[delay] = yearlyFactor ** delay;
}

/** The tasks' money and needs, packed; amounts at the plan's prices, and at the price level of their year. */
export interface WaterfallLines {
  readonly money: PackedLines;
  /** In whole won, one entry a line of `money`; a line may be 0 in one evaluation and not in another. */
  readonly amountWon: Float64Array;
  /** Filled by `priceLines` (on-time-lines.ts); the same list as `amountWon` where every price is as planned. */
  readonly onTimeWon: Float64Array;
  /** What each task costs on time; filled by `priceLines`. */
  readonly byTaskWon: Float64Array;
  readonly needs: PackedLines;
}

/** By the values that they were packed from: plans are evaluated again and again. */
const packed = new WeakMap<Float64Array, PackedLines>();

function packOnce(values: Float64Array, taskCount: number, rowCount: number, yearCount: number): PackedLines {
  const known = packed.get(values);
  if (known?.first.length === taskCount + 1 && known.yearOfCell.length === rowCount * yearCount) return known;
  const lines = packLines(values, taskCount, rowCount, yearCount);
  packed.set(values, lines);
  return lines;
}

/** Packs a plan's money: what the plan says is in its `values`. */
export const packMoney = ({ amountWon, taskCount, sourceCount, yearCount }: WaterfallPlan): PackedLines =>
  packOnce(amountWon, taskCount, sourceCount, yearCount);

/** Packs what a plan's tasks need of resources. */
export const packNeeds = ({ needAmount, taskCount, resourceCount, yearCount }: WaterfallPlan): PackedLines =>
  packOnce(needAmount, taskCount, resourceCount, yearCount);

/**
 * After amounts were changed in place: going through all of them takes longer
 * than evaluating the plan. `size` is sources times years.
 */
export function updatePackedMoney(amountWon: Float64Array, places: readonly number[], size: number): void {
  const known = packed.get(amountWon);
  if (known === undefined) return;
  if (known.yearOfCell.length !== size || !updateLines(known, amountWon, places)) packed.delete(amountWon);
}

/** The price level of each cell `source · years + year`, into `into`. */
export function spreadLevels(
  { yearOfCell }: PackedLines,
  levelByYear: Float64Array,
  into: Float64Array,
): void {
  for (let at = 0; at < yearOfCell.length; at += 1) into[at] = levelByYear[yearOfCell[at] ?? 0] ?? 1;
}

/** A line of whole won at another price level, rounded to the nearest won. */
export const fullAmountWon = (plannedWon: number, priceFactor: number): number =>
  priceFactor === 1 ? plannedWon : roundWon(plannedWon * priceFactor);

/** What a line costs: on time as it was priced, else at the prices of the year that the delay moves it to. */
export const lineCostWon = (
  { amountWon, onTimeWon }: Pick<WaterfallLines, "amountWon" | "onTimeWon">,
  { levelByYear, riseByDelay }: PriceTables,
  line: number,
  year: number,
  delay: number,
): number =>
  delay === 0
    ? (onTimeWon[line] ?? 0)
    : fullAmountWon(amountWon[line] ?? 0, (levelByYear[year] ?? 1) * (riseByDelay[delay] ?? 1));

/** What a line of whole won gets, in whole won: rounded to the nearest in full, rounded down in part. */
export const fundedAmountWon = (plannedWon: number, priceFactor: number, ratio: number): number => {
  const fullWon = fullAmountWon(plannedWon, priceFactor);
  return ratio < 1 ? Math.floor(fullWon * ratio) : fullWon;
};
