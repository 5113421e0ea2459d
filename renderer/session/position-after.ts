import { generateKeyBetween } from "fractional-indexing";

/** A place behind all of these rows, as a fractional index. */
export function positionAfter(rows: readonly { readonly position: string }[]): string {
  const last = rows.map(({ position }) => position).reduce((a, b) => (a > b ? a : b), "");
  try {
    return generateKeyBetween(last === "" ? null : last, null);
  } catch {
    // A position from elsewhere that is no fractional index: anything longer sorts behind it.
    return `${last}V`;
  }
}
