import { findNearestName } from "../../plan/nearest-name";
import { err, ok, type Result } from "../../result";
import { readLeverText } from "../check-levers";
import type { Lever, LeverValue } from "../lever";

/** A lever and the values that a sweep gives it. */
export interface SweepAxis {
  readonly path: string;
  readonly values: readonly LeverValue[];
}

/** Why `LEVER=FROM:TO:STEP` cannot be swept. */
export type SweepAxisError =
  | { readonly type: "unknown-lever"; readonly path: string; readonly nearest: string | null }
  | { readonly type: "not-a-range"; readonly path: string; readonly text: string }
  | { readonly type: "range-reversed"; readonly path: string; readonly from: number; readonly to: number }
  | { readonly type: "step-not-positive"; readonly path: string; readonly step: number }
  | { readonly type: "range-not-whole"; readonly path: string; readonly text: string }
  | {
      readonly type: "too-many-values";
      readonly path: string;
      readonly values: number;
      readonly maximum: number;
    };

export const MAXIMUM_AXIS_VALUES = 100_000;

/**
 * Reads an axis as people type it: `FROM:TO:STEP` (both ends belong to it where
 * the steps meet them), or single values `A,B,C` for choices. Shares may be typed
 * as 5%. Whether each value is allowed is for `checkLevers` to say.
 */
export function readSweepAxis(
  levers: readonly Lever[],
  path: string,
  text: string,
): Result<SweepAxis, SweepAxisError> {
  const lever = levers.find((candidate) => candidate.path === path);
  if (lever === undefined) {
    const nearest = findNearestName(
      path,
      levers.map((candidate) => candidate.path),
    );
    return err({ type: "unknown-lever", path, nearest });
  }
  if (!text.includes(":")) {
    const values = text.split(",").map(readLeverText);
    return values.some((value) => value === "")
      ? err({ type: "not-a-range", path, text })
      : ok({ path, values });
  }
  const numbers = text.split(":").map(readLeverText);
  const [from, to, step = 1] = numbers;
  if (numbers.length > 3 || typeof from !== "number" || typeof to !== "number" || typeof step !== "number")
    return err({ type: "not-a-range", path, text });
  if (!(step > 0)) return err({ type: "step-not-positive", path, step });
  if (to < from) return err({ type: "range-reversed", path, from, to });
  const isWhole = lever.kind === "count" || lever.kind === "money";
  if (isWhole && !(Number.isInteger(from) && Number.isInteger(step)))
    return err({ type: "range-not-whole", path, text });
  const count = Math.floor((to - from) / step + ROUNDING_TOLERANCE) + 1;
  if (count > MAXIMUM_AXIS_VALUES)
    return err({ type: "too-many-values", path, values: count, maximum: MAXIMUM_AXIS_VALUES });
  return ok({ path, values: Array.from({ length: count }, (_, index) => roundNoise(from + index * step)) });
}

/** .02 : .1 : .02 has five values although .08 / .02 is 3.9999999999999996. */
const ROUNDING_TOLERANCE = 1e-9;

/** .1 + .2 is .3 for people. */
const roundNoise = (value: number) => Number(value.toPrecision(12));
