import { expect, test } from "vitest";
import type { RowEdit } from "../../../core/plan/command";
import { groupCostLines, sumCostLines } from "../../../core/plan/cost-lines";
import { findField } from "../../../core/plan/entities";
import { evidenceId } from "../../../core/plan/row-id";
import { buildTemplate } from "../../../core/plan/templates/build-template";
import { isTemplateName, type TemplateName, templateNames } from "../../../core/plan/templates/template-name";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import { makeIdMint, makePlan } from "../support/make-plan";

const filledIn = ["seoul-civil-democracy", "district-governance"] as const;

const rowsOf = (name: TemplateName, language: "en" | "ko" = "en") =>
  buildTemplate(name, { language, firstYear: 2027, mintId: makeIdMint() });

/** A row without its words, which differ between languages. */
const structureOf = (row: RowEdit) => ({
  ...row,
  cells: Object.fromEntries(
    Object.entries(row.cells).map(([field, value]) => {
      const isWords =
        findField(row.entity, field)?.kind === "text" && !/^(code|position|.*Code|.*Id)$/.test(field);
      return [field, isWords ? (value === "" ? "" : "words") : value];
    }),
  ),
});

test("template names from outside are recognised", () => {
  expect(templateNames).toEqual(["seoul-civil-democracy", "district-governance", "empty"]);
  expect(isTemplateName("empty")).toBe(true);
  expect(isTemplateName("constructor")).toBe(false);
});

test.each(templateNames)("%s is the same plan in both languages, said in other words", (name) => {
  const [english, korean] = [rowsOf(name, "en"), rowsOf(name, "ko")];
  expect(korean.map(structureOf)).toEqual(english.map(structureOf));
  const titles = (rows: readonly RowEdit[]) =>
    rows.flatMap(({ cells }) => (typeof cells.title === "string" ? [cells.title] : []));
  expect(
    titles(english).filter((title) => /[가-힣]/.test(title.replace(/^Grade [A-C] \([가-힣]\)$/, ""))),
  ).toEqual([]);
  expect(titles(korean).filter((title) => !/[가-힣]/.test(title))).toEqual([]);
});

test("the Seoul master plan has three areas with 5 + 3 + 3 priority tasks, each with a civil and an administrative lead", () => {
  const { tables } = makePlan("seoul-civil-democracy").document;
  const tasks = tables.ordered("task");
  const perArea = tables
    .ordered("area")
    .map((area) => tasks.filter((task) => task.areaId === area.id).length);
  expect(perArea).toEqual([5, 3, 3]);
  expect(tasks.map(({ code }) => code)).toEqual(
    Array.from({ length: 11 }, (_, i) => `T${String(i + 1).padStart(2, "0")}`),
  );
  for (const task of tasks) expect([task.civilLead, task.administrativeLead]).not.toContain("");
  const [council] = tables.all("committee");
  expect(council).toMatchObject({ code: "COUNCIL", seats: 30, officials: 5, subcommittees: 5 });
});

test("an empty plan has four years from the one asked for, and nothing that anyone made up", () => {
  const rows = buildTemplate("empty", { language: "en", firstYear: 2031, mintId: makeIdMint() });
  expect(rows[0]?.cells).toMatchObject({ firstYear: 2031, lastYear: 2034 });
  const kinds = ["budgetLine", "ceiling", "evidence", "task"];
  expect(rows.filter(({ entity }) => kinds.includes(entity))).toEqual([]);
});

/** Amounts, shares, rates and numbers of things; not years, scores and the like, which order rather than measure. */
const figureKinds = ["money", "ratio", "count", "number"];
const orderingFields = ["priorityScore", "maxDelayYears"];

test.each(filledIn)("%s: every figure is cited, or marked illustrative", (name) => {
  const rows = rowsOf(name);
  const evidence = new Map(
    rows.filter(({ entity }) => entity === "evidence").map((row) => [row.rowId, row.cells]),
  );
  const bare = rows.flatMap(({ entity, rowId, cells }) =>
    Object.entries(cells)
      .filter(([field, value]) => figureKinds.includes(findField(entity, field)?.kind ?? "") && value !== 0)
      .filter(([field]) => !orderingFields.includes(field) && cells.isIllustrative !== true)
      // Parts of an amount are as illustrative as the amount, which all amounts here are.
      .filter(() => entity !== "costLine")
      .filter(([field]) => !evidence.has(evidenceId(entity, field, rowId)))
      .map(([field]) => `${entity}.${field}`),
  );
  expect([...new Set(bare)]).toEqual([]);
  for (const cells of evidence.values()) expect(cells.note).not.toBe("");
});

test.each(filledIn)("%s: amounts are what their cost lines come to", (name) => {
  const { tables } = makePlan(name).document;
  const groups = groupCostLines(tables.all("costLine"));
  expect(groups.size).toBeGreaterThan(1);
  for (const [budgetLineId, lines] of groups)
    expect(sumCostLines(lines)).toBe(tables.find("budgetLine", budgetLineId)?.likelyWon);
});

const statusesOf = (name: TemplateName, levers: LeverValues) =>
  evaluateScenario(compilePlan(makePlan(name).document.tables, 1), levers).tasks.map(
    ({ status, delayYears }) => `${status}${delayYears}`,
  );

test.each(filledIn)("%s: a ceiling and the staff are within 5 percent of binding", (name) => {
  const outcome = evaluateScenario(compilePlan(makePlan(name).document.tables, 1), {});
  const money = outcome.byYear.flatMap(({ sources }) =>
    sources
      .filter(({ hasCeiling }) => hasCeiling)
      .map(({ headroomWon, ceilingWon }) => headroomWon / ceilingWon),
  );
  expect(Math.min(...money)).toBeLessThan(0.05);
  expect(Math.min(...money)).toBeGreaterThanOrEqual(0);
  const staff = outcome.resources.flatMap(({ resources }) =>
    resources.map((use) => 1 - (use.tasksAmount + use.committeesAmount) / use.capacity),
  );
  expect(Math.min(...staff)).toBeLessThan(0.05);
});

test.each(filledIn)(
  "%s: 30 → 50 seats and a share of 2 → 5 percent each change what becomes of some task",
  (name) => {
    expect(statusesOf(name, { "committee.COUNCIL.seats": 50 })).not.toEqual(statusesOf(name, {}));
    expect(statusesOf(name, { "decentralised.share": 0.05 })).not.toEqual(
      statusesOf(name, { "decentralised.share": 0.02 }),
    );
  },
);
