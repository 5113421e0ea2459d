import { expect, test } from "vitest";
import { findNearestName } from "../../../core/plan/nearest-name";

const NAMES = ["seats", "quorum", "quorum.two-class", "presence.binomial", "pert", "n"];

test("finds the name with the fewest letters wrong", () => {
  expect(findNearestName("qourum", NAMES)).toBe("quorum");
  expect(findNearestName("presence.binomal", NAMES)).toBe("presence.binomial");
  expect(findNearestName("quorum.twoclass", NAMES)).toBe("quorum.two-class");
});

test("ignores case and knows an exact name", () => {
  expect(findNearestName("Seats", NAMES)).toBe("seats");
  expect(findNearestName("pert", NAMES)).toBe("pert");
});

test("suggests nothing when nothing is near", () => {
  expect(findNearestName("hypervolume", NAMES)).toBeNull();
  expect(findNearestName("x", NAMES)).toBeNull();
  expect(findNearestName("", NAMES)).toBeNull();
  expect(findNearestName("seats", [])).toBeNull();
});

test("prefers the earlier of equally near names", () => {
  expect(findNearestName("cast", ["cost", "case"])).toBe("cost");
});
