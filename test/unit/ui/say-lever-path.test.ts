import { expect, test } from "vitest";
import { sayLeverPath } from "../../../renderer/features/history/say-lever-path";

const findName = (path: string) => (path === "committee.COUNCIL.seats" ? "Seats" : undefined);

test("the row of a lever in a scenario is told by the lever's name", () => {
  expect(sayLeverPath("Fifty seats · committee.COUNCIL.seats", findName)).toBe("Fifty seats · Seats");
  // A person may have written the dot.
  expect(sayLeverPath("Fifty · seats · committee.COUNCIL.seats", findName)).toBe("Fifty · seats · Seats");
});

test("a lever that is gone keeps its path, and other rows their names", () => {
  expect(sayLeverPath("Fifty seats · committee.GONE.seats", findName)).toBe(
    "Fifty seats · committee.GONE.seats",
  );
  expect(sayLeverPath("T04 · Staff · 2031", findName)).toBe("T04 · Staff · 2031");
  expect(sayLeverPath("Charter", findName)).toBe("Charter");
});
