import { describe, expect, test } from "vitest";
import {
  formatDifference,
  formatIndicator,
  formatLeverValue,
  formatWon,
} from "../../../cli/output/format-values";
import { formatTable, joinSections, measureWidth } from "../../../cli/output/text-table";

test("columns are aligned, also under Korean letters, which are two columns wide", () => {
  const table = formatTable(
    [{ title: "Code" }, { title: "Title" }, { title: "Money", align: "right" }],
    [
      ["T01", "조례 정비", "₩1"],
      ["T02", "Ordinances", "₩1,000"],
    ],
  );
  const lines = table.split("\n");
  expect(lines).toEqual([
    "  Code  Title        Money",
    "  T01   조례 정비       ₩1",
    "  T02   Ordinances  ₩1,000",
  ]);
  expect(new Set(lines.map(measureWidth)).size).toBe(1);
});

test("a cell of several lines stays on one; a table without rows is nothing", () => {
  expect(formatTable([{ title: "A" }], [["one\n  two"]])).toBe("  A\n  one two");
  expect(formatTable([{ title: "A" }], [])).toBe("");
  expect(joinSections("a", "", "b")).toBe("a\n\nb");
});

test("width counts letters, not code units", () => {
  expect(measureWidth("한글 A")).toBe(6);
  expect(measureWidth("e\u0301")).toBe(1);
  expect(measureWidth("🏛")).toBe(2);
});

test.each([
  [0, "₩0"],
  [35_000, "₩35,000"],
  [35_500_000, "₩35.5 million"],
  [1_230_400_000, "₩1,230 million"],
  [-7_600_000, "−₩7.6 million"],
])("%d won reads %s", (won, text) => {
  expect(formatWon(won)).toBe(text);
});

test("levers and cells show every won", () => {
  expect(formatLeverValue(412_500_001, "won")).toBe("₩412.500001 million");
  expect(formatLeverValue(0.015, "ratio")).toBe("1.5 %");
  expect(formatLeverValue(2027, "year")).toBe("2027");
  expect(formatLeverValue(true, "")).toBe("yes");
});

describe("differences carry their sign and unit; none is empty", () => {
  test.each([
    [0.752, 0.567, "ratio", "+18.5 points"],
    [5_000_000, 7_000_000, "won", "−₩2 million"],
    [10, 11, "tasks", "−1"],
    [2029, 2028, "year", "+1 year"],
    [0.19, 0.11, "index", "+0.080"],
    [5, 5, "tasks", ""],
    [2028, null, "year", "–"],
    [null, null, "year", ""],
  ] as const)("%s against %s (%s): %s", (value, against, unit, text) => {
    expect(formatDifference(value, against, unit)).toBe(text);
  });

  test("a figure without a value is a dash", () => {
    expect(formatIndicator(null, "ratio")).toBe("–");
  });
});
