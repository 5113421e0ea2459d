import { describe, expect, it } from "vitest";
import { PlanTables } from "../../../core/plan/plan-tables";
import { leverId } from "../../../core/plan/row-id";
import { ownLeversOf, readOwnLevers, readScenarioLevers } from "../../../core/scenario/scenario-levers";

function makeTables(
  scenarios: Readonly<Record<string, { parent?: string; levers: Record<string, unknown> }>>,
) {
  const tables = new PlanTables();
  for (const [id, { parent = "", levers }] of Object.entries(scenarios)) {
    tables.setCells("scenario", id, { title: id, parentId: parent });
    for (const [path, value] of Object.entries(levers))
      tables.setCells("scenarioLever", leverId(id, path), { value: JSON.stringify(value) });
  }
  return tables;
}

describe("readScenarioLevers", () => {
  it("puts a scenario's own levers over those of the scenarios it builds on", () => {
    const tables = makeTables({
      growth: { levers: { "committee.COUNCIL.seats": 50, "prices.inflation": 0.03 } },
      share: { parent: "growth", levers: { "decentralised.share": 0.05 } },
      both: { parent: "share", levers: { "committee.COUNCIL.seats": 70 } },
    });
    expect(readScenarioLevers(tables, "both")).toEqual({
      "committee.COUNCIL.seats": 70,
      "prices.inflation": 0.03,
      "decentralised.share": 0.05,
    });
  });

  it("goes back to the plan where a scenario says null", () => {
    const tables = makeTables({
      growth: { levers: { "committee.COUNCIL.seats": 50 } },
      back: { parent: "growth", levers: { "committee.COUNCIL.seats": null } },
    });
    expect(readScenarioLevers(tables, "back")).toEqual({});
    expect(readOwnLevers(tables, "back")).toEqual({ "committee.COUNCIL.seats": null });
  });

  it("ends where parents form a circle, and where a parent is gone", () => {
    const tables = makeTables({
      a: { parent: "b", levers: { x: 1 } },
      b: { parent: "a", levers: { y: 2 } },
      c: { parent: "gone", levers: { z: 3 } },
    });
    expect(readScenarioLevers(tables, "a")).toEqual({ x: 1, y: 2 });
    expect(readScenarioLevers(tables, "c")).toEqual({ z: 3 });
  });

  it("passes over values that are no scalar", () => {
    const tables = makeTables({ a: { levers: { x: [1], y: { z: 1 } } } });
    tables.setCells("scenarioLever", leverId("a", "w"), { value: "not json" });
    expect(readScenarioLevers(tables, "a")).toEqual({});
  });
});

describe("ownLeversOf", () => {
  it("keeps only what differs from the parent", () => {
    expect(ownLeversOf({ x: 1, y: 2 }, { x: 1, z: 3 })).toEqual({ y: 2, z: null });
    expect(ownLeversOf({ x: 1 }, { x: 1 })).toEqual({});
  });

  it("gives back the same levers when it is read over the parent", () => {
    const parent = { x: 1, y: "a", z: true };
    const levers = { x: 2, z: true, w: 0 };
    const tables = makeTables({
      parent: { levers: parent },
      child: { parent: "parent", levers: { ...ownLeversOf(levers, parent) } },
    });
    expect(readScenarioLevers(tables, "child")).toEqual(levers);
  });
});
