import { err, ok, type Result } from "../../result";
import { type Condition, measureShortfall } from "./condition";
import { findRoot } from "./find-root";

export interface GoalRange {
  readonly minimum: number;
  readonly maximum: number;
  /** Where one stands; of several answers the nearest to it is given. */
  readonly start: number;
  /** Whole numbers only: seats, won. */
  readonly isWhole: boolean;
}

export interface GoalFound {
  readonly x: number;
  readonly value: number;
  /** False where `start` meets the condition already. */
  readonly isMoved: boolean;
}

/** Nothing in the range meets the condition; `x` comes closest. */
export interface GoalOutOfReach {
  readonly type: "out-of-reach";
  readonly x: number;
  readonly value: number;
  /** By how much `value` misses; Infinity when the figure exists nowhere. */
  readonly shortfall: number;
}

/** Points that a range is looked through at before any is refined; all whole numbers of a range up to this size. */
const SCAN_POINTS = 256;
const TOLERANCE = 1e-9;

/**
 * The value nearest to `start` at which a figure meets a condition. The range is
 * scanned at 257 points (at every whole number where there are no more), since a
 * figure may rise and fall; the nearest change from missed to met is then
 * refined by Brent's method to 1e−9 (of the range, where that is below 1), whole
 * numbers by halving. What
 * is returned meets the condition. Ties go to the smaller value. A figure that
 * is NaN meets nothing.
 */
export function seekGoal(
  evaluate: (x: number) => number,
  condition: Condition,
  range: GoalRange,
): Result<GoalFound, GoalOutOfReach> {
  const { minimum, maximum, start, isWhole } = range;
  const known = new Map<number, number>();
  const valueAt = (x: number): number => {
    const before = known.get(x);
    if (before !== undefined) return before;
    const value = evaluate(x);
    known.set(x, value);
    return value;
  };
  const isMet = (x: number) => measureShortfall(condition, valueAt(x)) === 0;
  if (start >= minimum && start <= maximum && isMet(start))
    return ok({ x: start, value: valueAt(start), isMoved: false });
  const points = listScanPoints(range);
  const found: number[] = points.filter(isMet);
  for (const [index, high] of points.entries()) {
    const low = points[index - 1];
    if (low === undefined) continue;
    const crossing = refineCrossing(
      valueAt,
      condition,
      low,
      high,
      isWhole,
      Math.min(1, maximum - minimum) * TOLERANCE,
    );
    if (crossing !== null) found.push(crossing);
  }
  const distance = (x: number) => Math.abs(x - start);
  const [nearest] = found.sort((a, b) => distance(a) - distance(b) || a - b);
  if (nearest !== undefined) return ok({ x: nearest, value: valueAt(nearest), isMoved: true });
  const shortfallAt = (x: number) => measureShortfall(condition, valueAt(x));
  const [closest = start] = [...known.keys()].sort(
    (a, b) => compareNumbers(shortfallAt(a), shortfallAt(b)) || distance(a) - distance(b) || a - b,
  );
  return err({ type: "out-of-reach", x: closest, value: valueAt(closest), shortfall: shortfallAt(closest) });
}

/** Also right for two infinities. */
const compareNumbers = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

function listScanPoints({ minimum, maximum, start, isWhole }: GoalRange): readonly number[] {
  const [low, high] = isWhole ? [Math.ceil(minimum), Math.floor(maximum)] : [minimum, maximum];
  const count = isWhole ? Math.min(SCAN_POINTS, high - low) : SCAN_POINTS;
  const points = new Set(
    Array.from({ length: count + 1 }, (_, index) => {
      const x = count === 0 ? low : low + ((high - low) * index) / count;
      return isWhole ? Math.round(x) : x;
    }),
  );
  if (start > low && start < high && (!isWhole || Number.isInteger(start))) points.add(start);
  return [...points].sort((a, b) => a - b);
}

/** The value between two neighbours at which the condition starts or ceases to be met, on the side where it is. */
function refineCrossing(
  valueAt: (x: number) => number,
  condition: Condition,
  low: number,
  high: number,
  isWhole: boolean,
  tolerance: number,
): number | null {
  const isMet = (x: number) => measureShortfall(condition, valueAt(x)) === 0;
  const excessAt = (x: number) => valueAt(x) - condition.bound;
  const [atLow, atHigh] = [excessAt(low), excessAt(high)];
  if (isWhole) {
    if (isMet(low) !== isMet(high)) return halve(isMet, low, high);
    return null;
  }
  if (!(atLow * atHigh < 0))
    return isMet(low) !== isMet(high) ? halveReal(isMet, low, high, tolerance) : null;
  const root = findRoot(excessAt, low, high, tolerance);
  if (!root.ok) return null;
  const { x, otherX } = root.value;
  const side = isMet(x) ? x : isMet(otherX) ? otherX : null;
  return side === null ? null : roundWithin(side, tolerance, isMet);
}

/** The shortest number within the tolerance that still meets the condition: 5 % and not 5.00000007 %. */
function roundWithin(x: number, tolerance: number, isMet: (x: number) => boolean): number {
  for (let digits = 1; digits <= 12; digits += 1) {
    const rounded = Number(x.toPrecision(digits));
    if (Math.abs(rounded - x) <= tolerance && isMet(rounded)) return rounded;
  }
  return x;
}

function halve(isMet: (x: number) => boolean, low: number, high: number): number {
  let [met, missed] = isMet(low) ? [low, high] : [high, low];
  while (Math.abs(met - missed) > 1) {
    const middle = Math.floor((met + missed) / 2);
    if (isMet(middle)) met = middle;
    else missed = middle;
  }
  return met;
}

function halveReal(isMet: (x: number) => boolean, low: number, high: number, tolerance: number): number {
  let [met, missed] = isMet(low) ? [low, high] : [high, low];
  while (Math.abs(met - missed) > tolerance) {
    const middle = (met + missed) / 2;
    if (middle === met || middle === missed) break;
    if (isMet(middle)) met = middle;
    else missed = middle;
  }
  return roundWithin(met, tolerance, isMet);
}
