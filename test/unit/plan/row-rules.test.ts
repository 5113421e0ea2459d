import { expect, test } from "vitest";
import { entityNames, type Row } from "../../../core/plan/entities";
import { initialRow } from "../../../core/plan/plan-tables";
import { checkRowRules } from "../../../core/plan/row-rules";

test("a task may take a single year, and a plan may last a single year", () => {
  const task = { ...initialRow("task", "T"), title: "One year", startYear: 2028, endYear: 2028 };
  const plan = { ...initialRow("plan", "plan"), title: "Plan", firstYear: 2027, lastYear: 2027 };
  expect(checkRowRules("task", task)).toBeUndefined();
  expect(checkRowRules("plan", plan)).toBeUndefined();
});

test("a committee may consist of officials only", () => {
  const committee = initialRow("committee", "C");
  const withSeats = (seats: number): Row<"committee"> => ({ ...committee, seats, officials: 5 });
  expect(checkRowRules("committee", withSeats(5))).toBeUndefined();
  expect(checkRowRules("committee", withSeats(4))).toMatchObject({
    type: "seats-below-officials",
  });
});

test("low, likely and high may be the same amount", () => {
  const line = initialRow("budgetLine", "T/2027/CITY/REGULAR");
  const withLow = (lowWon: number): Row<"budgetLine"> => ({ ...line, lowWon, likelyWon: 7, highWon: 7 });
  expect(checkRowRules("budgetLine", withLow(7))).toBeUndefined();
  expect(checkRowRules("budgetLine", withLow(8))).toMatchObject({ type: "range-reversed" });
});

test("rows as they are before anybody fills them in break no rule, except that plan and task need a name", () => {
  const broken = entityNames.filter((entity) => checkRowRules(entity, initialRow(entity, "x")) !== undefined);
  expect(broken).toEqual(["plan", "task"]);
});
