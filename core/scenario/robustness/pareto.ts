/** Which way an objective is better. */
export type Direction = "higher" | "lower";

/**
 * Indices of the options that no other beats: none is at least as good in every
 * objective and better in one. Equal options all stay. NaN is worse than
 * anything. O(options² · objectives), in the order given.
 */
export function findParetoFront(
  options: readonly (readonly number[])[],
  directions: readonly Direction[],
): readonly number[] {
  const gains = toGains(options, directions);
  return gains.flatMap((option, index) => (gains.some((other) => dominates(other, option)) ? [] : [index]));
}

/** Signs turned so that more is better everywhere. */
const toGains = (options: readonly (readonly number[])[], directions: readonly Direction[]) =>
  options.map((option) =>
    directions.map((direction, objective) => {
      const value = option[objective] ?? Number.NaN;
      if (Number.isNaN(value)) return Number.NEGATIVE_INFINITY;
      return direction === "higher" ? value : -value;
    }),
  );

const dominates = (a: readonly number[], b: readonly number[]) =>
  a.every((gain, objective) => gain >= (b[objective] ?? 0)) &&
  a.some((gain, objective) => gain > (b[objective] ?? 0));

/**
 * Hypervolume: the size of the space of outcomes that the options beat, down to
 * a reference point (worse than what counts). Options that are not better than
 * the reference in every objective add nothing. By slicing, any number of
 * objectives; O(options^objectives). Zitzler & Thiele 1999.
 */
export function computeHypervolume(
  options: readonly (readonly number[])[],
  directions: readonly Direction[],
  reference: readonly number[],
): number {
  const [floor = []] = toGains([reference], directions);
  const gains = toGains(options, directions)
    .map((option) => option.map((gain, objective) => gain - (floor[objective] ?? 0)))
    .filter((option) => option.every((gain) => gain > 0));
  return measureVolume(gains, directions.length);
}

/** Volume of the union of boxes from the origin, by slices along the last objective. */
function measureVolume(corners: readonly (readonly number[])[], dimensions: number): number {
  if (corners.length === 0) return 0;
  if (dimensions === 1) return Math.max(...corners.map(([gain = 0]) => gain));
  const last = dimensions - 1;
  const sorted = [...corners].sort((a, b) => (b[last] ?? 0) - (a[last] ?? 0));
  let volume = 0;
  for (const [index, corner] of sorted.entries()) {
    const thickness = (corner[last] ?? 0) - (sorted[index + 1]?.[last] ?? 0);
    if (thickness > 0) volume += thickness * measureVolume(sorted.slice(0, index + 1), last);
  }
  return volume;
}
