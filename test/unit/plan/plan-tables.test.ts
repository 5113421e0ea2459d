import { expect, test } from "vitest";
import { initialRow, PlanTables } from "../../../core/plan/plan-tables";

test("a row starts with initial values and the key cells that its name stands for", () => {
  expect(initialRow("ceiling", "CITY/2028")).toEqual({
    id: "CITY/2028",
    sourceId: "CITY",
    year: 2028,
    ceilingWon: 0,
  });
  expect(initialRow("task", "T")).toMatchObject({ id: "T", title: "", priorityScore: 50, maxDelayYears: 0 });
});

test("setting cells replaces the row, so that a row once read never changes", () => {
  const tables = new PlanTables();
  tables.setCells("area", "A", { title: "before" });
  const before = tables.find("area", "A");
  tables.setCells("area", "A", { title: "after" });
  expect(before?.title).toBe("before");
  expect(tables.find("area", "A")?.title).toBe("after");
});

test("a deleted row is out of sight, keeps what is written into it, and comes back as it was left", () => {
  const tables = new PlanTables();
  tables.setCells("area", "A", { title: "Area", code: "A1" });
  tables.setDeleted("area", "A", true);
  expect(tables.find("area", "A")).toBeUndefined();
  expect(tables.all("area")).toEqual([]);
  expect(tables.isDeleted("area", "A")).toBe(true);
  tables.setCells("area", "A", { code: "A2" });
  expect(tables.findEvenDeleted("area", "A")).toMatchObject({ title: "Area", code: "A2" });
  expect(tables.find("area", "A")).toBeUndefined();
  tables.setDeleted("area", "A", false);
  expect(tables.find("area", "A")).toMatchObject({ title: "Area", code: "A2" });
});

test("deleting what is not there does nothing", () => {
  const tables = new PlanTables();
  tables.setDeleted("area", "A", true);
  expect(tables.findEvenDeleted("area", "A")).toBeUndefined();
});

test("a value that does not fit is replaced by the initial one and listed until a fitting one comes", () => {
  const tables = new PlanTables();
  tables.setCells("task", "T", { title: "Task", priorityScore: "high", maxDelayYears: 2 });
  expect(tables.find("task", "T")).toMatchObject({ title: "Task", priorityScore: 50, maxDelayYears: 2 });
  expect(tables.misfitCells).toEqual([{ entity: "task", rowId: "T", field: "priorityScore" }]);
  tables.setCells("task", "T", { priorityScore: 70 });
  expect(tables.misfitCells).toEqual([]);
});

test("fields that this version does not know are passed over", () => {
  const tables = new PlanTables();
  tables.setCells("task", "T", { title: "Task", carbonTonnes: 3, constructor: "x" });
  expect(tables.find("task", "T")).not.toHaveProperty("carbonTonnes");
  expect(tables.misfitCells).toEqual([]);
});

test("rows are ordered by position, equal positions by id", () => {
  const tables = new PlanTables();
  tables.setCells("area", "C", { position: "a1" });
  tables.setCells("area", "B", { position: "a0" });
  tables.setCells("area", "A", { position: "a1" });
  expect(tables.ordered("area").map(({ id }) => id)).toEqual(["B", "A", "C"]);
  expect(tables.all("area").map(({ id }) => id)).toEqual(["C", "B", "A"]);
});
