import fc from "fast-check";
import { expect, test } from "vitest";
import { findDependencyCycles } from "../../../core/plan/find-dependency-cycles";

const cyclesOf = (dependencies: Record<string, readonly string[]>) =>
  findDependencyCycles(new Map(Object.entries(dependencies)));

test("a chain and a diamond have no circle", () => {
  expect(cyclesOf({ b: ["a"], c: ["b"] })).toEqual([]);
  expect(cyclesOf({ b: ["a"], c: ["a"], d: ["b", "c"] })).toEqual([]);
  expect(cyclesOf({})).toEqual([]);
});

test("tasks that wait for each other are one circle, named once and in order", () => {
  expect(cyclesOf({ c: ["b"], b: ["a"], a: ["c"], d: ["a"] })).toEqual([["a", "b", "c"]]);
});

test("a task that waits for itself is a circle of one", () => {
  expect(cyclesOf({ a: ["a"], b: ["a"] })).toEqual([["a"]]);
});

test("two circles are two; circles that share a task are one", () => {
  expect(cyclesOf({ a: ["b"], b: ["a"], c: ["d"], d: ["c"] })).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(cyclesOf({ a: ["b", "c"], b: ["a"], c: ["a"] })).toEqual([["a", "b", "c"]]);
});

test("a chain of 20,000 tasks is no problem", () => {
  const chain = new Map(Array.from({ length: 20_000 }, (_, i) => [`t${i}`, [`t${i + 1}`]]));
  expect(findDependencyCycles(chain)).toEqual([]);
  chain.set("t20000", ["t0"]);
  expect(findDependencyCycles(chain)[0]).toHaveLength(20_001);
});

test("a task is in a circle exactly when it can be reached from itself", () => {
  const edges = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 16 });
  fc.assert(
    fc.property(edges, (pairs) => {
      const next = new Map<string, string[]>();
      for (const [from, to] of pairs) next.set(`${from}`, [...(next.get(`${from}`) ?? []), `${to}`]);
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        (next.get(from) ?? []).some((task) => {
          if (task === to) return true;
          if (seen.has(task)) return false;
          seen.add(task);
          return reaches(task, to, seen);
        });
      const inCircles = findDependencyCycles(next).flat().sort();
      const expected = [...next.keys()].filter((task) => reaches(task, task)).sort();
      expect(inCircles).toEqual(expected);
    }),
  );
});
