import { describe, expect, it } from "vitest";
import type { Lever, LeverValues } from "../../../core/scenario/lever";
import { splitSeats } from "../../../renderer/features/scenarios/council-levers";
import { formatLeverNumber, parseLeverText } from "../../../renderer/features/scenarios/lever-text";
import { moveLever, resetLever } from "../../../renderer/features/scenarios/lever-values";
import {
  addScenario,
  detachChildren,
  detachScenario,
  updateScenario,
} from "../../../renderer/features/scenarios/scenario-commands";
import { areSameLevers } from "../../../renderer/session/what-if";

const seats: Lever = {
  path: "committee.COUNCIL.seats",
  group: "committee",
  name: "seats",
  subject: "Council",
  kind: "count",
  unit: "seats",
  minimum: 3,
  maximum: 200,
  step: 1,
  planValue: 30,
};
const share: Lever = {
  ...seats,
  path: "decentralised.share",
  group: "decentralised",
  name: "share",
  kind: "ratio",
  unit: "ratio",
  minimum: 0,
  maximum: 1,
  step: 0.005,
  planValue: 0.02,
};
const ceiling: Lever = { ...seats, kind: "money", unit: "won", minimum: 0, maximum: 15_000_000_000 };
const inflation: Lever = { ...share, path: "prices.inflation", minimum: -0.05, maximum: 0.2 };

describe("new seats", () => {
  it.each([
    [50, "citizens", 45, 5],
    [50, "proportional", 42, 8],
    [30, "citizens", 25, 5],
    [30, "proportional", 25, 5],
    [4, "citizens", 0, 4],
  ] as const)(
    "a council of 25 + 5 with %d seats, to %s: %d + %d",
    (size, newSeatsTo, citizens, officials) => {
      expect(splitSeats(size, { seats: 30, officials: 5 }, newSeatsTo)).toEqual({ citizens, officials });
    },
  );
});

describe("moving levers", () => {
  it("keeps only what differs from the plan", () => {
    const moved = moveLever({}, seats, 50);
    expect(moved).toEqual({ [seats.path]: 50 });
    expect(moveLever(moved, seats, 30)).toEqual({});
    expect(resetLever(moved, seats.path)).toEqual({});
  });

  it("keeps a path over all years at its mean: flat is a change", () => {
    expect(moveLever({}, share, 0.02)).toEqual({ "decentralised.share": 0.02 });
  });

  it("keeps a year at its plan value while the whole path is moved", () => {
    const year: Lever = { ...share, path: "decentralised.share.2028", name: "shareOfYear" };
    expect(moveLever({ "decentralised.share": 0.05 }, year, 0.02)).toEqual({
      "decentralised.share": 0.05,
      "decentralised.share.2028": 0.02,
    });
    expect(moveLever({}, year, 0.02)).toEqual({});
  });

  it("tells the same levers from others", () => {
    expect(areSameLevers({ a: 1, b: true }, { b: true, a: 1 })).toBe(true);
    expect(areSameLevers({ a: 1 }, { a: 1, b: true })).toBe(false);
    expect(areSameLevers({ a: 1 }, { b: 1 })).toBe(false);
  });
});

describe("the number box of a lever", () => {
  it("reads counts, per cent and money in the lever's unit", () => {
    expect(parseLeverText(seats, "50", "en")).toEqual({ ok: true, value: 50 });
    expect(parseLeverText(share, "5 %", "en")).toEqual({ ok: true, value: 0.05 });
    expect(parseLeverText(ceiling, "4,200", "en")).toEqual({ ok: true, value: 4_200_000_000 });
    expect(parseLeverText(ceiling, "42억", "ko")).toEqual({ ok: true, value: 4_200_000_000 });
    expect(parseLeverText(inflation, "−2", "en")).toEqual({ ok: true, value: -0.02 });
  });

  it("refuses what does not fit, with the reason", () => {
    expect(parseLeverText(seats, "many", "en")).toMatchObject({ error: { type: "not-a-number" } });
    expect(parseLeverText(seats, "30.5", "en")).toMatchObject({ error: { type: "not-whole" } });
    expect(parseLeverText(seats, "-3", "en")).toMatchObject({ error: { type: "negative" } });
    expect(parseLeverText(seats, "500", "en")).toMatchObject({
      error: { type: "out-of-range", minimum: "3", maximum: "200" },
    });
    expect(parseLeverText(share, "101", "en")).toMatchObject({
      error: { type: "out-of-range", minimum: "0 %", maximum: "100 %" },
    });
  });

  it("shows years without grouping and money without its unit", () => {
    expect(formatLeverNumber({ ...seats, unit: "year" }, 2028, "en")).toBe("2028");
    expect(formatLeverNumber(ceiling, 4_200_000_000, "en")).toBe("4,200");
  });
});

describe("saving scenarios", () => {
  const saved = {
    id: "s1",
    title: "Fifty",
    position: "a0",
    parentId: "",
    ownLevers: { a: 1, b: 2 },
    levers: { a: 1, b: 2 },
  };

  it("adds the scenario and its levers in one step, values as JSON", () => {
    const command = addScenario("s2", "Council of 50", { [seats.path]: 50, x: true, y: "proportional" }, [
      saved,
    ]);
    expect(command).toMatchObject({
      type: "add-rows",
      rows: [
        { entity: "scenario", rowId: "s2", cells: { title: "Council of 50" } },
        { entity: "scenarioLever", rowId: "s2/committee.COUNCIL.seats", cells: { value: "50" } },
        { rowId: "s2/x", cells: { value: "true" } },
        { rowId: "s2/y", cells: { value: '"proportional"' } },
      ],
    });
    expect(command.type === "add-rows" && String(command.rows[0]?.cells.position) > "a0").toBe(true);
  });

  const valuesSet = (parentLevers: LeverValues, levers: LeverValues) => {
    const command = updateScenario(saved, parentLevers, levers);
    if (command?.type !== "set-cells") return command;
    return Object.fromEntries(command.edits.map(({ rowId, cells }) => [rowId, cells.value]));
  };

  it("updates what changed in one step; a lever back at the plan becomes null", () => {
    expect(valuesSet({}, { a: 1, b: 3, c: 4 })).toEqual({ "s1/b": "3", "s1/c": "4" });
    expect(valuesSet({}, { a: 1 })).toEqual({ "s1/b": "null" });
    expect(valuesSet({}, saved.levers)).toBeNull();
  });

  it("keeps only what differs from the scenario that a new one builds on", () => {
    const command = addScenario("s2", "More", { a: 1, c: 3 }, [saved], saved);
    expect(command).toMatchObject({
      rows: [
        { entity: "scenario", cells: { parentId: "s1" } },
        { rowId: "s2/c", cells: { value: "3" } },
        { rowId: "s2/b", cells: { value: "null" } },
      ],
    });
  });

  it("sets a lever to the parent's value when the scenario had set another", () => {
    expect(valuesSet({ b: 9 }, { a: 1, b: 9 })).toEqual({ "s1/b": "9" });
  });

  it("lets scenarios stand on their own before the one that they build on is deleted", () => {
    const child = { ...saved, id: "s2", parentId: "s1", ownLevers: { b: 5 }, levers: { a: 1, b: 5 } };
    expect(detachChildren(saved, [saved, child])).toEqual({
      type: "set-cells",
      edits: [
        { entity: "scenario", rowId: "s2", cells: { parentId: "" } },
        { entity: "scenarioLever", rowId: "s2/a", cells: { value: "1" } },
      ],
    });
    expect(detachChildren(child, [saved, child])).toBeNull();
    expect(detachScenario(child)).toEqual(detachChildren(saved, [saved, child]));
  });

  it("keeps only what differs from the scenario that it builds on", () => {
    expect(valuesSet({ c: 9 }, { a: 1, b: 2, c: 9 })).toBeNull();
    expect(valuesSet({ c: 9 }, { a: 1, b: 2 })).toEqual({ "s1/c": "null" });
  });
});
