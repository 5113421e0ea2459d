import { err, ok, type Result } from "../../result";

/** The function has the same sign at both ends, or is not a number there. */
export interface NoBracketError {
  readonly type: "no-bracket";
  readonly atLow: number;
  readonly atHigh: number;
}

export interface Root {
  readonly x: number;
  readonly value: number;
  /** The other end of the last bracket: the function changes its sign between `x` and here. */
  readonly otherX: number;
  readonly otherValue: number;
}

const MAXIMUM_STEPS = 200;

/**
 * A root of a function between two points where its sign differs, by Brent's
 * method: interpolation where that shrinks the bracket, else halving. Ends when
 * the bracket is at most 2·`tolerance` wide (default 1e−9). For a function with
 * jumps this is a jump. Brent 1973.
 */
export function findRoot(
  evaluate: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-9,
): Result<Root, NoBracketError> {
  let [a, b] = [low, high];
  let [valueA, valueB] = [evaluate(a), evaluate(b)];
  if (valueA === 0) return ok({ x: a, value: 0, otherX: a, otherValue: 0 });
  if (valueB === 0) return ok({ x: b, value: 0, otherX: b, otherValue: 0 });
  if (!(valueA * valueB < 0)) return err({ type: "no-bracket", atLow: valueA, atHigh: valueB });
  let [c, valueC] = [a, valueA];
  let step = b - a;
  let earlierStep = step;
  for (let count = 0; count < MAXIMUM_STEPS; count += 1) {
    if (valueB > 0 === valueC > 0) {
      [c, valueC] = [a, valueA];
      step = b - a;
      earlierStep = step;
    }
    if (Math.abs(valueC) < Math.abs(valueB)) {
      [a, b, c] = [b, c, b];
      [valueA, valueB, valueC] = [valueB, valueC, valueB];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || valueB === 0) break;
    if (Math.abs(earlierStep) >= least && Math.abs(valueA) > Math.abs(valueB)) {
      const trial = interpolate(a, valueA, b, valueB, c, valueC, half);
      const isAccepted = Math.abs(trial) < Math.min(1.5 * Math.abs(half), Math.abs(earlierStep / 2));
      const isInside = trial * half > 0;
      earlierStep = isAccepted && isInside ? step : half;
      step = isAccepted && isInside ? trial : half;
    } else {
      earlierStep = half;
      step = half;
    }
    [a, valueA] = [b, valueB];
    b += Math.abs(step) > least ? step : Math.sign(half) * least;
    valueB = evaluate(b);
  }
  return ok({ x: b, value: valueB, otherX: c, otherValue: valueC });
}

/** A step from b by inverse quadratic interpolation, or by the secant where a and c are the same. */
function interpolate(
  a: number,
  valueA: number,
  b: number,
  valueB: number,
  c: number,
  valueC: number,
  half: number,
): number {
  const s = valueB / valueA;
  if (a === c) return (-2 * half * s) / (s - 1);
  const q = valueA / valueC;
  const r = valueB / valueC;
  const numerator = s * (2 * half * q * (q - r) - (b - a) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1));
}
