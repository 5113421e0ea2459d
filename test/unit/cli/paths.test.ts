import { describe, expect, test } from "vitest";
import { CliFailure } from "../../../cli/failures/cli-failure";
import { isCell, resolveAssignment } from "../../../cli/paths/resolve-assignment";
import { splitAssignment } from "../../../cli/paths/split-assignment";
import { makePlan } from "../support/make-plan";

const plan = makePlan("district-governance");
const { tables } = plan.document;

/** `path → value` of the cells that an assignment sets. */
const resolve = (assignment: string) =>
  resolveAssignment(tables, splitAssignment(assignment, "PATH=VALUE")).map(
    (target) => [target.path, isCell(target) ? target.value : target.predecessorIds] as const,
  );

/** The failure of an assignment that cannot be resolved. */
function refusalOf(assignment: string) {
  try {
    resolve(assignment);
  } catch (error) {
    if (error instanceof CliFailure) return { exitCode: error.exitCode, ...error.report };
    throw error;
  }
  throw new Error(`${assignment} was resolved`);
}

const taskCode = tables.ordered("task")[0]?.code ?? "";
const resourceCode = tables.ordered("resource")[0]?.code ?? "";
const gradeCode = tables.ordered("grade")[0]?.code ?? "";
const areaCode = tables.ordered("area")[0]?.code ?? "";
const firstYear = tables.all("plan")[0]?.firstYear ?? 0;

describe("a field is named in kebab or camel case, in full, as its lever, or without its unit", () => {
  test.each([
    [`task.${taskCode}.startYear`, `task.${taskCode}.startYear`],
    [`task.${taskCode}.start-year`, `task.${taskCode}.startYear`],
    [`task.${taskCode}.start`, `task.${taskCode}.startYear`],
    [`task.${taskCode}.priority`, `task.${taskCode}.priorityScore`],
    [`task.${taskCode}.max-delay`, `task.${taskCode}.maxDelayYears`],
    ["committee.COUNCIL.meetings", "committee.COUNCIL.plenariesPerYear"],
    ["committee.COUNCIL.attendance", "committee.COUNCIL.citizenAttendanceRatio"],
    ["committee.COUNCIL.officialAttendance", "committee.COUNCIL.officialAttendanceRatio"],
    ["committee.COUNCIL.allowance", "committee.COUNCIL.allowanceWon"],
    ["committee.COUNCIL.term", "committee.COUNCIL.termYears"],
    ["plan.inflation", "plan.inflationRatio"],
    [`budget-total.${firstYear}.total`, `budgetTotal.${firstYear}.totalWon`],
  ])("%s", (path, full) => {
    expect(resolve(`${path}=1`)).toEqual([[full, 1]]);
  });
});

describe("a cost line is named by its amount and its number, counted from 1", () => {
  const amount = "task.D05.cost.2027.DISTRICT";

  test.each([
    [`${amount}.line.1.times=6`, `${amount}.REGULAR.line.1.times`, 6],
    [`${amount}.REGULAR.line.1.times=6`, `${amount}.REGULAR.line.1.times`, 6],
    [`${amount}.line.2.unit-price=120,000`, `${amount}.REGULAR.line.2.unitPriceWon`, 120_000],
    [`${amount}.line.2.price=120,000`, `${amount}.REGULAR.line.2.unitPriceWon`, 120_000],
    [`${amount}.line.5.unit=명`, `${amount}.REGULAR.line.5.unitName`, "명"],
    [`${amount}.line.5.title=Venue`, `${amount}.REGULAR.line.5.title`, "Venue"],
  ])("%s", (assignment, path, value) => {
    expect(resolve(assignment)).toEqual([[path, value]]);
  });

  test.each([
    [`${amount}.line.6.times=1`, "unknown-row", /no cost line 6; this amount has 5, counted from 1/],
    [`${amount}.line.0.times=1`, "unknown-row", /no cost line 0/],
    ["task.D01.cost.2027.DISTRICT.line.1.times=1", "unknown-row", /this amount has no cost lines/],
    [`${amount}.lne.1.times=1`, "unknown-path", /no part of an amount "lne"\. Did you mean "?line/],
    [`${amount}.REGULAR.lines.1.times=1`, "unknown-path", /Did you mean "?line/],
    [`${amount}.line.1.tims=1`, "unknown-field", /no field of costLine "tims"\. Did you mean "?times/],
    [`${amount}.line.1=1`, "unknown-field", /Known: title, unitPrice, quantity, unitName, times\./],
    [`${amount}.REGULR.line.1.times=1`, "unknown-code", /no channel "REGULR"\. Did you mean "?REGULAR/],
  ])("%s is refused", (assignment, type, message) => {
    expect(refusalOf(assignment)).toMatchObject({
      exitCode: 2,
      type,
      message: expect.stringMatching(message),
    });
  });
});

describe("values", () => {
  test.each([
    ["decentralised.share.2027=5%", 0.05],
    ["decentralised.share.2027=.05", 0.05],
    ["source.CITY.ceiling.2027=5,100,000,000", 5_100_000_000],
    ["decentralised.additional=yes", true],
    [`task.${taskCode}.legally-required=false`, false],
    [`task.${taskCode}.partial-funding=true`, true],
    ["plan.title=a = b", "a = b"],
    ["plan.title=50%", "50%"],
    ["decentralised.mode=deliberated", "deliberated"],
  ])("%s", (assignment, value) => {
    const [cell] = resolve(assignment.replace("2027", String(firstYear)));
    expect(cell?.[1]).toBe(value);
  });

  test("another row is named by its code", () => {
    const areaId = tables.ordered("area")[0]?.id;
    expect(resolve(`task.${taskCode}.area=${areaCode}`)).toEqual([[`task.${taskCode}.areaId`, areaId]]);
    expect(refusalOf(`task.${taskCode}.area=ZZZ`)).toMatchObject({ type: "unknown-code" });
  });

  test("a grade must be one of the plan's", () => {
    expect(resolve(`evaluation.grade.${firstYear}=${gradeCode}`)).toEqual([
      [`evaluation.grade.${firstYear}`, gradeCode],
    ]);
    expect(refusalOf(`evaluation.grade.${firstYear}=ZZ`)).toMatchObject({ type: "unknown-code" });
  });
});

test("figures with one value a year take a year, or all of the plan's years", () => {
  expect(resolve("source.CITY.ceiling=7")).toHaveLength(resolve("decentralised.share=0").length);
  expect(resolve(`resource.${resourceCode}.capacity.${firstYear}=9.5`)).toEqual([
    [`resource.${resourceCode}.capacity.${firstYear}`, 9.5],
  ]);
  expect(resolve(`task.${taskCode}.need.${resourceCode}.${firstYear}=2`)).toEqual([
    [`task.${taskCode}.need.${resourceCode}.${firstYear}`, 2],
  ]);
  expect(resolve(`committee.COUNCIL.size.${firstYear + 1}.seats=50`)).toEqual([
    [`committee.COUNCIL.size.${firstYear + 1}.seats`, 50],
  ]);
});

test("codes may hold points: the longest that fits is meant", () => {
  const dotted = makePlan("empty");
  const added = dotted.execute({
    type: "add-rows",
    rows: ["1", "1.1"].map((code) => ({
      entity: "task" as const,
      rowId: `eeeeeeee-0000-7000-8000-00000000000${code.length}`,
      cells: { code, title: code },
    })),
  });
  expect(added.ok).toBe(true);
  const [target] = resolveAssignment(dotted.document.tables, { path: "task.1.1.title", text: "x" });
  expect(target?.path).toBe("task.1.1.title");
  expect(target).toMatchObject({ rowId: dotted.idOf("task", "1.1") });
});

test("two rows with one code are never confused", () => {
  const twice = makePlan("empty");
  twice.execute({
    type: "add-rows",
    rows: [1, 2].map((index) => ({
      entity: "task" as const,
      rowId: `eeeeeeee-0000-7000-8000-00000000000${index}`,
      cells: { code: "T01", title: String(index) },
    })),
  });
  expect(() => resolveAssignment(twice.document.tables, { path: "task.T01.title", text: "x" })).toThrow(
    "more than one task has the code T01",
  );
});

describe("a path that fits nothing names the nearest that does", () => {
  test.each([
    [`taks.${taskCode}.title=x`, "unknown-path", "task"],
    [`task.${taskCode}.tilte=x`, "unknown-field", "title"],
    ["committee.COUNCL.seats=50", "unknown-code", "COUNCIL"],
    ["decentralised.sahre=5%", "unknown-path", "decentralised.share"],
    ["prices.infltion=5%", "unknown-path", "prices.inflation"],
    [`task.${taskCode}.cost.${firstYear}.CTIY.likely=5`, "unknown-code", "CITY"],
    [`task.${taskCode}.cost.${firstYear}.CITY.liekly=5`, "unknown-field", "likely"],
    [`task.${taskCode}=x`, "unknown-field", null],
  ])("%s", (assignment, type, nearest) => {
    expect(refusalOf(assignment)).toMatchObject({ exitCode: 2, type, nearest });
  });

  test("years outside the plan, text without a value, and levers of scenarios are refused", () => {
    expect(refusalOf("source.CITY.ceiling.1999=5")).toMatchObject({ type: "year-outside-plan" });
    expect(refusalOf("source.CITY.ceiling.soon=5")).toMatchObject({ type: "not-a-year" });
    expect(refusalOf("plan.title")).toMatchObject({ type: "not-an-assignment" });
    expect(refusalOf("=5")).toMatchObject({ type: "not-an-assignment" });
    expect(refusalOf("committee.COUNCIL.newSeatsTo=citizens")).toMatchObject({ type: "scenario-lever" });
    expect(refusalOf("decentralised.ramp=2")).toMatchObject({ type: "scenario-lever" });
    expect(refusalOf("__proto__.x=2")).toMatchObject({ type: "unknown-path" });
  });
});
