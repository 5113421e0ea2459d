import { computeBinomialMass } from "./binomial-mass";

/** Up to this many trials masses and sums are kept: they are asked for again and again, and are always the same. */
const LARGEST_KEPT = 256;

const keptMasses: (Float64Array | undefined)[] = [];
const kept: (Float64Array | undefined)[] = [];

/** P(Bin(trials, ½) = k) at index k, for k = 0..trials. Read only. */
export function computeFairCoinMass(trials: number): Float64Array {
  const known = trials <= LARGEST_KEPT ? keptMasses[trials] : undefined;
  if (known !== undefined) return known;
  const masses = computeBinomialMass(trials, 0.5);
  if (trials <= LARGEST_KEPT) keptMasses[trials] = masses;
  return masses;
}

/** P(Bin(trials, ½) < k) at index k, for k = 0..trials + 1. Read only. */
export function computeFairCoinBelow(trials: number): Float64Array {
  const known = trials <= LARGEST_KEPT ? kept[trials] : undefined;
  if (known !== undefined) return known;
  const masses = computeFairCoinMass(trials);
  const below = new Float64Array(masses.length + 1);
  for (let k = 0; k < masses.length; k += 1) below[k + 1] = (below[k] ?? 0) + (masses[k] ?? 0);
  if (trials <= LARGEST_KEPT) kept[trials] = below;
  return below;
}
