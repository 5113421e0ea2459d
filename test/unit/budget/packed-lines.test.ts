import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces, packLines, updateLines } from "../../../core/budget/packed-lines";

const [tasks, rows, years] = [3, 2, 2];
const values = fc.array(fc.constantFrom(0, 5, 7), { minLength: 12, maxLength: 12 });
const pack = (list: readonly number[]) => packLines(Float64Array.from(list), tasks, rows, years);

describe("packed lines", () => {
  it("hold the values that are not zero, by task, row and year", () => {
    const lines = pack([0, 1, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0]);
    expect([...lines.first]).toEqual([0, 2, 2, 3]);
    expect([...lines.cell]).toEqual([1, 3, 0]);
    expect([...lines.values]).toEqual([1, 2, 3]);
    expect([...findPlaces(lines)]).toEqual([1, 3, 8]);
  });

  it("are brought up to changed values as if packed anew, or say that they cannot be", () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const lines = pack(before);
        const places = after.flatMap((value, at) => (value === before[at] ? [] : [at]));
        const isSamePattern = after.every((value, at) => (value === 0) === (before[at] === 0));
        expect(updateLines(lines, Float64Array.from(after), places)).toBe(isSamePattern);
        if (isSamePattern) expect(lines).toEqual(pack(after));
      }),
    );
  });
});
