import { expect, test } from "vitest";
import { budgetLineId, evidenceId, keyCellsOf, leverId, naturalRowId } from "../../../core/plan/row-id";

test("a row of a matrix is named by what it is about, so two people meet in the same row", () => {
  expect(budgetLineId("T01", 2027, "CITY", "REGULAR")).toBe("T01/2027/CITY/REGULAR");
  expect(keyCellsOf("budgetLine", "T01/2027/CITY/REGULAR")).toEqual({
    taskId: "T01",
    year: 2027,
    sourceId: "CITY",
    channelId: "REGULAR",
  });
  expect(naturalRowId(2027)).toBe("2027");
  expect(keyCellsOf("decentralisedShare", "2027")).toEqual({ year: 2027 });
});

test("the last part may hold the separator itself", () => {
  expect(keyCellsOf("evidence", evidenceId("budgetLine", "likelyWon", "T01/2027/CITY/REGULAR"))).toEqual({
    entity: "budgetLine",
    field: "likelyWon",
    rowId: "T01/2027/CITY/REGULAR",
  });
  expect(keyCellsOf("scenarioLever", leverId("S1", "source.A/B.ceiling"))).toEqual({
    scenarioId: "S1",
    path: "source.A/B.ceiling",
  });
});

test("rows with a UUID have no key cells", () => {
  expect(keyCellsOf("task", "00000000-0000-7000-8000-000000000001")).toEqual({});
});

test.each([
  ["ceiling", "CITY"],
  ["ceiling", "/2027"],
  ["ceiling", "CITY/"],
  ["ceiling", "CITY/27"],
  ["ceiling", "CITY/20277"],
  ["ceiling", "CITY/0001"],
  ["ceiling", "CITY/9999"],
  ["budgetLine", "T01/2027/CITY"],
  ["decentralisedShare", ""],
] as const)("%s %j is no row name", (entity, rowId) => {
  expect(keyCellsOf(entity, rowId)).toBeUndefined();
});
