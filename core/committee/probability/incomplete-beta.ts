import { requireRatio } from "../preconditions";
import { computeLogGamma } from "./log-gamma";

const TINY = 1e-300;
const MAX_STEPS = 10_000;

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function evaluateContinuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let value = d;
  for (let m = 1; m <= MAX_STEPS; m += 1) {
    for (const numerator of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 + numerator * d;
      d = 1 / (Math.abs(d) < TINY ? TINY : d);
      c = 1 + numerator / c;
      if (Math.abs(c) < TINY) c = TINY;
      value *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}

/** ln of the beta density without its 1/(x(1−x)): a ln x + b ln(1−x) − ln B(a,b). */
function logKernel(x: number, a: number, b: number): number {
  return (
    a * Math.log(x) + b * Math.log1p(-x) + computeLogGamma(a + b) - computeLogGamma(a) - computeLogGamma(b)
  );
}

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a
 * beta(a, b) variable is at most x. 0 ≤ x ≤ 1, a > 0, b > 0.
 * Absolute error at most 1e−13 for a, b ≤ 1,000 (1e−10 up to 1e5).
 */
export function computeIncompleteBeta(x: number, a: number, b: number): number {
  requireRatio("computeIncompleteBeta", "x", x);
  if (!(a > 0 && b > 0)) throw new RangeError("computeIncompleteBeta: a and b must be positive");
  if (x === 0 || x === 1) return x;
  const front = Math.exp(logKernel(x, a, b));
  const value =
    x < (a + 1) / (a + b + 2)
      ? (front * evaluateContinuedFraction(x, a, b)) / a
      : 1 - (front * evaluateContinuedFraction(1 - x, b, a)) / b;
  return Math.min(1, Math.max(0, value));
}

/**
 * Inverse of the regularised incomplete beta function: the x with I_x(a, b) = p.
 * Newton steps kept inside a shrinking bracket (else halving it); |I_x(a,b) − p|
 * ends below 1e−13 wherever x is representable that finely.
 */
export function invertIncompleteBeta(p: number, a: number, b: number): number {
  requireRatio("invertIncompleteBeta", "p", p);
  if (p === 0 || p === 1) return p;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < 200; step += 1) {
    const excess = computeIncompleteBeta(x, a, b) - p;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = Math.exp(logKernel(x, a, b)) / (x * (1 - x));
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-16 * Math.max(1e-3, x) || next === low || next === high) return next;
    x = next;
  }
  return x;
}
