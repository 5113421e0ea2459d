import { describe, expect, it } from "vitest";
import type { TaskGridLine, TaskGridRow, TaskGridView } from "../../../renderer/engine/plan-api";
import { compareGridRows } from "../../../renderer/features/tasks/compare-grid-rows";
import { headroomOf, listSourceRows, sumSourceYears } from "../../../renderer/features/tasks/source-rows";
import { addArea, addTask, deleteTask, nextCode } from "../../../renderer/features/tasks/task-commands";
import {
  areaIdOf,
  findDirectLine,
  listTaskGridRows,
  makeTotalRow,
  type TaskGridEntry,
} from "../../../renderer/features/tasks/task-grid-rows";

const line = (sourceId: string, channelId: string, wonByYear: Record<number, number>): TaskGridLine => ({
  sourceId,
  sourceTitle: sourceId,
  channelId,
  channelTitle: channelId,
  amounts: Object.fromEntries(
    Object.entries(wonByYear).map(([year, likelyWon]) => [
      year,
      { rowId: `${sourceId}/${channelId}/${year}`, likelyWon, isIllustrative: true, citation: "" },
    ]),
  ),
});

const task = (
  code: string,
  areaId: string,
  priorityScore: number,
  lines: readonly TaskGridLine[],
): TaskGridRow => {
  const totalWonByYear: Record<string, number> = {};
  for (const { amounts } of lines)
    for (const [year, { likelyWon }] of Object.entries(amounts))
      totalWonByYear[year] = (totalWonByYear[year] ?? 0) + likelyWon;
  return {
    id: code,
    areaId,
    areaTitle: areaId,
    code,
    title: `Task ${code}`,
    priorityScore,
    startYear: 2027,
    endYear: 2028,
    isLegallyRequired: false,
    position: code,
    totalWonByYear,
    lines,
  };
};

const view: TaskGridView = {
  years: [2027, 2028],
  sources: [
    { id: "CITY", title: "City", ceilingWonByYear: { "2027": 300, "2028": 100 } },
    { id: "FUND", title: "Fund", ceilingWonByYear: {} },
  ],
  channels: [{ id: "REGULAR", title: "Regular" }],
  areas: [
    { id: "first", code: "A1", title: "First area", position: "a0" },
    { id: "second", code: "A2", title: "Second area", position: "a1" },
  ],
  rows: [
    task("T01", "first", 40, [line("CITY", "REGULAR", { 2027: 100 })]),
    task("T02", "first", 90, [
      line("CITY", "REGULAR", { 2027: 50, 2028: 120 }),
      line("FUND", "REGULAR", { 2028: 5 }),
    ]),
    task("T03", "second", 70, []),
    task("T04", "gone", 10, []),
  ],
};

const listAll = (choice: Partial<Parameters<typeof listTaskGridRows>[1]> = {}) =>
  listTaskGridRows(view, { expandedTaskIds: new Set(), filterText: "", withoutAreaTitle: "None", ...choice });

const idsOf = (rows: readonly TaskGridEntry[]) => rows.map((row) => row.id);

describe("the rows of the tasks grid", () => {
  it("are areas with their subtotal, each above its tasks; tasks of a deleted area stay visible", () => {
    const rows = listAll();
    expect(idsOf(rows)).toEqual([
      "area:first",
      "task:T01",
      "task:T02",
      "area:second",
      "task:T03",
      "area:",
      "task:T04",
    ]);
    expect(rows[0]).toMatchObject({ taskCount: 2, totalWonByYear: { "2027": 150, "2028": 125 } });
    expect(makeTotalRow(view, "All")).toMatchObject({ taskCount: 4, totalWonByYear: { "2027": 150 } });
  });

  it("show the lines of an expanded task and a place to add one", () => {
    expect(idsOf(listAll({ expandedTaskIds: new Set(["T02"]) })).slice(2, 6)).toEqual([
      "task:T02",
      "line:T02/CITY/REGULAR",
      "line:T02/FUND/REGULAR",
      "add-line:T02",
    ]);
  });

  it("are searched by code, title and area; areas without a hit go", () => {
    expect(idsOf(listAll({ filterText: " t02 " }))).toEqual(["area:first", "task:T02"]);
    expect(idsOf(listAll({ filterText: "second" }))).toEqual(["area:second", "task:T03"]);
  });

  it("sort tasks inside their area only, in both directions", () => {
    const rows = listAll({ expandedTaskIds: new Set(["T02"]) });
    const score = (row: TaskGridEntry) => ("task" in row ? row.task.priorityScore : 0);
    const sorted = (isDescending: boolean) =>
      idsOf(
        [...rows].sort((a, b) => {
          const order = compareGridRows(a, b, isDescending, score);
          return isDescending ? -order : order;
        }),
      );
    const lines = ["line:T02/CITY/REGULAR", "line:T02/FUND/REGULAR", "add-line:T02"];
    const rest = ["area:second", "task:T03", "area:", "task:T04"];
    expect(sorted(false)).toEqual(["area:first", "task:T01", "task:T02", ...lines, ...rest]);
    expect(sorted(true)).toEqual(["area:first", "task:T02", ...lines, "task:T01", ...rest]);
  });
});

describe("an area that is added", () => {
  it("comes last and gets the next code", () => {
    const command = addArea(view.areas, "third", "New area");
    expect(command).toMatchObject({
      type: "add-rows",
      rows: [{ entity: "area", rowId: "third", cells: { code: "A3", title: "New area" } }],
    });
    const [row] = command.type === "add-rows" ? command.rows : [];
    expect(String(row?.cells.position) > "a1").toBe(true);
  });

  it("can be renamed at its heading, which the total and tasks without an area cannot", () => {
    const rows = listAll();
    expect(rows.map(areaIdOf).filter((areaId) => areaId !== null)).toEqual(["first", "second"]);
    expect(areaIdOf(makeTotalRow(view, "All"))).toBeNull();
  });
});

describe("typing into a year of a task", () => {
  const [single, double, empty] = view.rows;

  it("goes to its only line, also where that line has no amount yet", () => {
    expect(single && findDirectLine(single, 2027)?.sourceId).toBe("CITY");
    expect(single && findDirectLine(single, 2028)?.sourceId).toBe("CITY");
  });

  it("goes to the only line of that year, and nowhere when there are several or none", () => {
    expect(double && findDirectLine(double, 2027)?.sourceId).toBe("CITY");
    expect(double && findDirectLine(double, 2028)).toBeUndefined();
    expect(empty && findDirectLine(empty, 2027)).toBeUndefined();
  });

  it("opens the form for a line in that year where there is none", () => {
    const rows = listAll({ expandedTaskIds: new Set(["T03"]), asked: { taskId: "T03", year: 2028 } });
    expect(rows.find((row) => row.id === "add-line:T03")).toMatchObject({ askedYear: 2028 });
  });
});

describe("headroom", () => {
  it("is what is left of a ceiling; negative when exceeded; none without a ceiling", () => {
    const [city, fund] = listSourceRows(view, null);
    expect(city?.byYear["2027"] && headroomOf(city.byYear["2027"])).toBe(150);
    expect(city?.byYear["2028"] && headroomOf(city.byYear["2028"])).toBe(-20);
    expect(city && headroomOf(sumSourceYears(city))).toBe(130);
    expect(fund?.byYear["2028"] && headroomOf(fund.byYear["2028"])).toBeNull();
  });
});

describe("commands of the tasks screen", () => {
  it("number a new task after the highest and put it last", () => {
    expect(nextCode(["T01", "T11", "X99"])).toBe("T12");
    const command = addTask(view, "second", "new-id", "New task");
    expect(command).toMatchObject({
      type: "add-rows",
      rows: [{ rowId: "new-id", cells: { areaId: "second", code: "T05", startYear: 2027, endYear: 2028 } }],
    });
    const position = command.type === "add-rows" ? command.rows[0]?.cells.position : "";
    expect(String(position) > "T04").toBe(true);
  });

  it("delete a task with all its lines in one step", () => {
    const double = view.rows[1];
    if (double === undefined) throw new Error("no task");
    const command = deleteTask(double);
    expect(command.type === "delete-rows" && command.rows.map(({ entity }) => entity)).toEqual([
      "task",
      "budgetLine",
      "budgetLine",
      "budgetLine",
    ]);
  });
});
