import { err, ok, type Result } from "../../result";
import { type Condition, measureShortfall } from "./condition";

export interface SizeFound {
  readonly size: number;
  /** The figures at this size, in the order of the conditions. */
  readonly values: readonly number[];
}

/** No size meets all conditions. */
export interface NoSizeError {
  readonly type: "no-size";
  /** For each condition: the sizes that meet it alone (smallest and largest; null when none does) and the closest. */
  readonly conditions: readonly {
    readonly smallest: number | null;
    readonly largest: number | null;
    readonly closestSize: number;
    readonly closestValue: number;
  }[];
  /** Size that misses the fewest conditions; of those, the smallest. */
  readonly closestSize: number;
  /** Indices of the conditions that it misses. */
  readonly missed: readonly number[];
}

/**
 * The smallest committee (or any other whole number) at which several figures
 * meet their conditions all at once, by scan: figures may rise and fall with the
 * size. `evaluate` gives the figures in the order of the conditions. O(sizes).
 */
export function findSmallestSize(
  evaluate: (size: number) => readonly number[],
  conditions: readonly Condition[],
  minimum: number,
  maximum: number,
): Result<SizeFound, NoSizeError> {
  const tried: { readonly size: number; readonly values: readonly number[] }[] = [];
  for (let size = minimum; size <= maximum; size += 1) {
    const values = evaluate(size);
    if (conditions.every((condition, index) => shortfall(condition, values[index]) === 0))
      return ok({ size, values });
    tried.push({ size, values });
  }
  const missedAt = ({ values }: SizeFound) =>
    conditions.flatMap((condition, index) => (shortfall(condition, values[index]) > 0 ? [index] : []));
  let closest = tried[0];
  for (const candidate of tried)
    if (closest === undefined || missedAt(candidate).length < missedAt(closest).length) closest = candidate;
  return err({
    type: "no-size",
    conditions: conditions.map((condition, index) => {
      const met = tried.filter(({ values }) => shortfall(condition, values[index]) === 0);
      let nearest = tried[0];
      for (const candidate of tried)
        if (shortfall(condition, candidate.values[index]) < shortfall(condition, nearest?.values[index]))
          nearest = candidate;
      return {
        smallest: met[0]?.size ?? null,
        largest: met.at(-1)?.size ?? null,
        closestSize: nearest?.size ?? minimum,
        closestValue: nearest?.values[index] ?? Number.NaN,
      };
    }),
    closestSize: closest?.size ?? minimum,
    missed: closest === undefined ? [] : missedAt(closest),
  });
}

const shortfall = (condition: Condition, value = Number.NaN) => measureShortfall(condition, value);
