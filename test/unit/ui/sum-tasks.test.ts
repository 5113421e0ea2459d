import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TaskGridRow, TaskGridView } from "../../../renderer/engine/plan-api";
import { sumByYear, type WonByYear } from "../../../renderer/features/tasks/sum-by-year";
import { sumTasksBySource } from "../../../renderer/features/tasks/sum-tasks";

const YEARS = [2027, 2028, 2029];
const SOURCES = ["CITY", "FUND"];

const won = fc.integer({ min: 0, max: 2 ** 40 });
/** Amounts of one task, by source and year. */
const money = fc.array(won, { minLength: 6, maxLength: 6 });

const makeTask = (index: number, amounts: readonly number[]): TaskGridRow => ({
  id: `T${index}`,
  areaId: "",
  areaTitle: "",
  code: `T${index}`,
  title: "",
  priorityScore: 0,
  startYear: 2027,
  endYear: 2029,
  isLegallyRequired: false,
  position: "",
  totalWonByYear: {},
  lines: SOURCES.map((sourceId, source) => ({
    sourceId,
    sourceTitle: sourceId,
    channelId: "REGULAR",
    channelTitle: "Regular",
    amounts: Object.fromEntries(
      YEARS.map((year, at) => [
        year,
        {
          rowId: `${sourceId}/${year}`,
          likelyWon: amounts[source * YEARS.length + at] ?? 0,
          isIllustrative: false,
          citation: "",
        },
      ]),
    ),
  })),
});

describe("money of all tasks by source and year", () => {
  it("is the plain sum after any row of edits, of which each changes some tasks of the view before", () => {
    fc.assert(
      fc.property(
        fc.array(money, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), money), { maxLength: 8 }),
        (start, edits) => {
          const sources = SOURCES.map((id) => ({ id, title: id, ceilingWonByYear: {} }));
          const amounts = [...start];
          let rows: readonly TaskGridRow[] = amounts.map((values, index) => makeTask(index, values));
          const check = () => {
            const view: TaskGridView = { years: YEARS, sources, channels: [], areas: [], rows };
            const plain = [0, 1, 2, 3, 4, 5].map((at) =>
              amounts.reduce((sum, values) => sum + (values[at] ?? 0), 0),
            );
            expect([...sumTasksBySource(view)]).toEqual(plain);
          };
          check();
          for (const [at, values] of edits) {
            const edited = at % amounts.length;
            amounts[edited] = values;
            rows = rows.map((row, index) => (index === edited ? makeTask(index, values) : row));
            check();
          }
        },
      ),
    );
  });
});

describe("money of an area by year", () => {
  const wonByYear = fc.dictionary(fc.constantFrom("2026", "2027", "2028", "2030"), won);

  it("is the plain sum after any row of edits, with the years in which any task has money", () => {
    fc.assert(
      fc.property(
        fc.array(wonByYear, { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(4), wonByYear), { maxLength: 10 }),
        (start, edits) => {
          let totals: readonly WonByYear[] = start;
          const check = () => {
            const plain: Record<string, number> = {};
            for (const total of totals)
              for (const [year, amount] of Object.entries(total)) plain[year] = (plain[year] ?? 0) + amount;
            expect(sumByYear("an area", totals)).toEqual(plain);
          };
          check();
          for (const [at, total] of edits) {
            totals = totals.map((known, index) => (index === at % totals.length ? total : known));
            check();
          }
        },
      ),
    );
  });
});
