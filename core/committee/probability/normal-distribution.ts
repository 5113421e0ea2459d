import { requireRatio } from "../preconditions";

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution at z. */
export function computeNormalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
}

/** P(Z > z) for z ≥ 0: a power series near 0, Laplace's continued fraction far out. */
function computeUpperTail(z: number): number {
  const density = computeNormalDensity(z);
  if (z < 3) {
    let term = z;
    let sum = z;
    for (let k = 1; Math.abs(term) > 1e-18 * sum; k += 1) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = 120; k >= 1; k -= 1) fraction = z + k / fraction;
  return density / fraction;
}

/**
 * Standard normal distribution function P(Z ≤ z).
 * Absolute error at most 1e−15; beyond |z| = 3 the relative error of the small tail is at most 1e−12.
 */
export function computeNormalCdf(z: number): number {
  return z < 0 ? computeUpperTail(-z) : 1 - computeUpperTail(z);
}

/**
 * Standard normal quantile: the z with P(Z ≤ z) = p; −Infinity at 0, Infinity at 1.
 * A rational starting value (Abramowitz & Stegun 1964, 26.2.23) and Halley
 * steps; absolute error at most 1e−13 for 1e−12 ≤ p ≤ 1 − 1e−6.
 */
export function computeNormalQuantile(p: number): number {
  requireRatio("computeNormalQuantile", "p", p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -computeNormalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 4; step += 1) {
    const excess = (computeNormalCdf(z) - p) / computeNormalDensity(z);
    z -= excess / (1 + (z * excess) / 2);
  }
  return z;
}
