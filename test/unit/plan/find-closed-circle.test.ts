import fc from "fast-check";
import { expect, test } from "vitest";
import { findClosedCircle } from "../../../core/plan/find-closed-circle";
import { findDependencyCycles } from "../../../core/plan/find-dependency-cycles";

const circleOf = (dependencies: Record<string, readonly string[]>, taskId: string, predecessorId: string) =>
  findClosedCircle(new Map(Object.entries(dependencies)), taskId, predecessorId);

test("a task may wait for any task that does not wait for it", () => {
  expect(circleOf({ b: ["a"], c: ["b"] }, "c", "a")).toBeNull();
  expect(circleOf({ b: ["a"], c: ["a"] }, "c", "b")).toBeNull();
  expect(circleOf({}, "a", "b")).toBeNull();
});

test("the circle is told from the task on, each waiting for the next and the last for the task", () => {
  expect(circleOf({ b: ["a"], c: ["b"], d: ["c"] }, "a", "d")).toEqual(["a", "d", "c", "b"]);
  expect(circleOf({ b: ["a"] }, "a", "b")).toEqual(["a", "b"]);
});

test("a task that waits for itself is a circle of one", () => {
  expect(circleOf({ b: ["a"] }, "a", "a")).toEqual(["a"]);
});

test("the shortest of several circles is told, and of equally short ones the first", () => {
  expect(circleOf({ d: ["c", "a"], c: ["b"], b: ["a"] }, "a", "d")).toEqual(["a", "d"]);
  expect(circleOf({ d: ["c", "b"], c: ["a"], b: ["a"] }, "a", "d")).toEqual(["a", "d", "c"]);
});

test("a circle that came in by merging elsewhere neither stops the search nor counts", () => {
  expect(circleOf({ b: ["c"], c: ["b"] }, "a", "b")).toBeNull();
});

test("it closes a circle exactly when the tasks of it then wait for each other", () => {
  const task = fc.nat(6).map(String);
  fc.assert(
    fc.property(fc.array(fc.tuple(task, task), { maxLength: 12 }), task, task, (edges, taskId, added) => {
      const dependencies = new Map<string, string[]>();
      const wait = (from: string, to: string) =>
        dependencies.set(from, [...(dependencies.get(from) ?? []), to]);
      for (const [from, to] of edges) wait(from, to);
      const circle = findClosedCircle(dependencies, taskId, added);
      wait(taskId, added);
      const together = findDependencyCycles(dependencies).some(
        (group) => group.includes(taskId) && group.includes(added),
      );
      expect(circle !== null).toBe(together);
      if (circle === null) return;
      expect(circle[0]).toBe(taskId);
      expect(circle[1] ?? taskId).toBe(added);
      for (const [index, from] of circle.entries())
        expect(dependencies.get(from)).toContain(circle[(index + 1) % circle.length]);
      expect(new Set(circle).size).toBe(circle.length);
    }),
  );
});
