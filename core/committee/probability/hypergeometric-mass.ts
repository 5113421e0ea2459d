import { requireInteger } from "../preconditions";
import { massFromRatios } from "./mass-from-ratios";

/**
 * Masses P(X = k), k = 0..draws, of the hypergeometric distribution: members of
 * a group of `groupSize` among `draws` people drawn without replacement from a
 * pool of `poolSize`. Feller 1968.
 */
export function computeHypergeometricMass(poolSize: number, groupSize: number, draws: number): Float64Array {
  const name = "computeHypergeometricMass";
  requireInteger(name, "poolSize", poolSize, 0);
  requireInteger(name, "groupSize", groupSize, 0, poolSize);
  requireInteger(name, "draws", draws, 0, poolSize);
  const least = Math.max(0, draws - (poolSize - groupSize));
  const most = Math.min(draws, groupSize);
  const mode = Math.min(most, Math.max(least, Math.floor(((draws + 1) * (groupSize + 1)) / (poolSize + 2))));
  const possible = massFromRatios(most - least, mode - least, (index) => {
    const k = index + least;
    return ((groupSize - k) / (k + 1)) * ((draws - k) / (poolSize - groupSize - draws + k + 1));
  });
  const masses = new Float64Array(draws + 1);
  masses.set(possible, least);
  return masses;
}
