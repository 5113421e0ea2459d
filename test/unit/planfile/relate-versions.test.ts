import fc from "fast-check";
import { expect, test } from "vitest";
import { type CopyRelation, relateVersions } from "../../../core/planfile/relate-versions";

const version = (counts: Readonly<Record<string, number>>) => new Map(Object.entries(counts));

test.each([
  ["the same", { kim: 2 }, { kim: 2 }, { kind: "same", shared: 2, onlyInOurs: 0, onlyInTheirs: 0 }],
  ["older", { kim: 2, lee: 1 }, { kim: 1 }, { kind: "older", shared: 1, onlyInOurs: 2, onlyInTheirs: 0 }],
  ["newer", { kim: 1 }, { kim: 1, lee: 3 }, { kind: "newer", shared: 1, onlyInOurs: 0, onlyInTheirs: 3 }],
  ["apart", { kim: 3 }, { kim: 2, lee: 1 }, { kind: "diverged", shared: 2, onlyInOurs: 1, onlyInTheirs: 1 }],
  ["unlike", { kim: 1 }, { lee: 1 }, { kind: "diverged", shared: 0, onlyInOurs: 1, onlyInTheirs: 1 }],
] as const)("two copies are %s by the changes that each holds", (_name, ours, theirs, relation) => {
  expect(relateVersions(version(ours), version(theirs))).toEqual(relation);
});

const MIRRORED = { same: "same", older: "newer", newer: "older", diverged: "diverged" } as const;
const Counts = fc.dictionary(fc.constantFrom("kim", "lee", "park"), fc.integer({ min: 1, max: 3 }));

test("what a copy is to ours mirrors what ours is to it, and every change is counted once", () => {
  fc.assert(
    fc.property(Counts, Counts, (a, b) => {
      const [there, back] = [relateVersions(version(a), version(b)), relateVersions(version(b), version(a))];
      const mirrored: CopyRelation = {
        kind: MIRRORED[there.kind],
        shared: there.shared,
        onlyInOurs: there.onlyInTheirs,
        onlyInTheirs: there.onlyInOurs,
      };
      expect(back).toEqual(mirrored);
      const total = Object.values(a).reduce((sum, count) => sum + count, 0);
      expect(there.shared + there.onlyInOurs).toBe(total);
    }),
  );
});
