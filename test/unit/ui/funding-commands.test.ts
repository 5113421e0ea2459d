import { describe, expect, it } from "vitest";
import { draftOps } from "../../../core/plan/draft-ops";
import { addFundingRow, deleteFundingRow } from "../../../renderer/features/budget/funding-commands";
import { makePlan } from "../support/make-plan";

const { tables } = makePlan("seoul-civil-democracy").document;
const sources = tables.ordered("source");
const city = sources.find(({ code }) => code === "CITY");
if (city === undefined) throw new Error("no city money");

describe("sources of money and channels", () => {
  it("a new source stands behind the others, with a code that none of them has", () => {
    const command = addFundingRow("source", sources, { rowId: "S", kind: "city", title: "City" });
    const drafted = draftOps(tables, command);
    if (!drafted.ok) throw new Error(drafted.error.type);
    const [op, ...others] = drafted.value;
    expect(others).toEqual([]);
    expect(op?.cells).toMatchObject({ code: "CITY-2", title: "City", kind: "city" });
    const last = sources.map(({ position }) => position).reduce((a, b) => (a > b ? a : b), "");
    expect(String(op?.cells.position) > last).toBe(true);
  });

  it("a new channel gets the code of its kind", () => {
    const command = addFundingRow("channel", tables.ordered("channel"), {
      rowId: "K",
      kind: "dongPlan",
      title: "Dong plans",
    });
    expect(command).toMatchObject({ rows: [{ entity: "channel", cells: { code: "DONGPLAN" } }] });
  });

  it("a deleted source takes its ceilings and the amounts it pays along in one change, and nothing of another", () => {
    const drafted = draftOps(tables, deleteFundingRow("source", city.id));
    if (!drafted.ok) throw new Error(drafted.error.type);
    const gone = (entity: string) =>
      drafted.value.filter((op) => op.entity === entity && op.isDeleted).map(({ rowId }) => rowId);
    const ofCity = (entity: "ceiling" | "budgetLine") =>
      tables.all(entity).flatMap(({ id, sourceId }) => (sourceId === city.id ? [id] : []));
    expect(gone("source")).toEqual([city.id]);
    expect(gone("ceiling").sort()).toEqual(ofCity("ceiling").sort());
    expect(gone("budgetLine").sort()).toEqual(ofCity("budgetLine").sort());
    expect(ofCity("ceiling")).toHaveLength(4);
    expect(ofCity("budgetLine").length).toBeGreaterThan(0);
  });
});
