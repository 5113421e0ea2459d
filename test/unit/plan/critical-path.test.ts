import fc from "fast-check";
import { expect, test } from "vitest";
import { findCriticalPath } from "../../../core/plan/critical-path";

const task = (id: string, duration: number, ...predecessorIds: string[]) => ({
  id,
  duration,
  predecessorIds,
});

test("A3; B2, C4 after A; D2 after B, C; E3 after B; F1 after D, E: 10, critical A-C-D-F (models C8)", () => {
  const path = findCriticalPath([
    task("A", 3),
    task("B", 2, "A"),
    task("C", 4, "A"),
    task("D", 2, "B", "C"),
    task("E", 3, "B"),
    task("F", 1, "D", "E"),
  ]);
  expect(path?.duration).toBe(10);
  expect(path?.chain).toEqual(["A", "C", "D", "F"]);
  expect(path?.places.map(({ slack }) => slack)).toEqual([0, 1, 0, 0, 1, 0]);
});

test("a circle has no path; nothing to do takes no time; unknown predecessors do not count", () => {
  expect(findCriticalPath([task("A", 1, "B"), task("B", 1, "A")])).toBeNull();
  expect(findCriticalPath([])).toEqual({ duration: 0, places: [], chain: [] });
  expect(findCriticalPath([task("A", 2, "gone")])?.chain).toEqual(["A"]);
});

test("the chain is as long as the whole, and starting as late as allowed changes nothing", () => {
  const tasks = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.nat(30), { maxLength: 3 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((rows) =>
      rows.map(([duration, before], index) =>
        task(String(index), duration, ...before.filter((other) => other < index).map(String)),
      ),
    );
  fc.assert(
    fc.property(tasks, (timed) => {
      const path = findCriticalPath(timed);
      const lengthOf = (id: string) => timed.find((one) => one.id === id)?.duration ?? 0;
      expect(path?.chain.reduce((sum, id) => sum + lengthOf(id), 0)).toBe(path?.duration);
      const latest = new Map(path?.places.map((place) => [place.id, place.latestStart]));
      for (const { id, predecessorIds } of timed)
        for (const before of predecessorIds)
          expect((latest.get(before) ?? 0) + lengthOf(before)).toBeLessThanOrEqual(latest.get(id) ?? 0);
    }),
  );
});
