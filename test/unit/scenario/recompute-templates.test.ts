/**
 * Outcomes of both templates against a second computation that uses nothing of
 * core: it reads the rows of the saved file (independent-*.ts). The Seoul ones
 * are also held against the reviewed files.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import initSqlJs from "sql.js";
import { describe, expect, test } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import type { LeverValues } from "../../../core/scenario/lever";
import type { Outcome, TaskReason } from "../../../core/scenario/outcome";
import { makePlan } from "../support/make-plan";
import { saveBytes } from "../support/read-back";
import { type Assumptions, recompute } from "./independent-recompute";

const SQL = await initSqlJs();
const golden = join(import.meta.dirname, "../../fixtures/golden");

interface Case {
  readonly name: string;
  readonly assumed: Assumptions;
  readonly levers: LeverValues;
  readonly file?: string;
}

const SEATS = "committee.COUNCIL.seats";
const seoul: readonly Case[] = [
  { name: "the plan itself", assumed: {}, levers: {}, file: "seoul-base" },
  { name: "council of 50", assumed: { seats: 50 }, levers: { [SEATS]: 50 }, file: "seoul-seats-50-citizens" },
  {
    name: "share 5 %",
    assumed: { share: 0.05 },
    levers: { "decentralised.share": 0.05 },
    file: "seoul-share-5",
  },
];
const district: readonly Case[] = [
  { name: "the plan itself", assumed: {}, levers: {} },
  {
    name: "council of 42 + 8, share 10 %",
    assumed: { seats: 50, newSeats: "proportional", share: 0.1 },
    levers: { [SEATS]: 50, "committee.COUNCIL.newSeatsTo": "proportional", "decentralised.share": 0.1 },
  },
  {
    name: "council of 50 a year late, grade B",
    assumed: { seats: 50, effectiveYear: 2029, grades: { 2027: "B" } },
    levers: { [SEATS]: 50, "committee.COUNCIL.effective": 2029, "evaluation.grade.2027": "B" },
  },
];

describe.each([
  ["seoul-civil-democracy", seoul],
  ["district-governance", district],
] as const)("%s, worked out a second time", (template, cases) => {
  const { document } = makePlan(template);
  const { tables } = document;
  const compiled = compilePlan(tables, 1);
  const database = new SQL.Database(saveBytes(document));
  const codeOf = (entity: "task" | "source", id: string) => tables.find(entity, id)?.code ?? id;
  const wordReason = (reason: TaskReason | null) => {
    if (reason === null) return "";
    if (reason.type === "predecessor") return `after ${codeOf("task", reason.taskId)}`;
    return reason.type === "ceiling"
      ? `${codeOf("source", reason.sourceId)} ${reason.year} ${reason.shortWon}`
      : `posts ${reason.year} ${reason.shortAmount.toFixed(6)}`;
  };
  const bySource = (outcome: Outcome, read: (cell: Outcome["byYear"][number]["sources"][number]) => number) =>
    Object.fromEntries(
      compiled.sources.map(({ id, code }) => [
        code,
        outcome.byYear.flatMap(({ sources }) => sources.filter(({ sourceId }) => sourceId === id).map(read)),
      ]),
    );

  test.each(cases)("$name: every task with its money and what it lacks", ({ assumed, levers }) => {
    const outcome = evaluateScenario(compiled, levers);
    const shown = outcome.tasks.map((task) => ({
      code: codeOf("task", task.taskId),
      status: task.status,
      delay: task.delayYears,
      fundedWonByYear: task.fundedWonByYear,
      lacks: wordReason(task.reason),
    }));
    expect(shown).toEqual(recompute(database, assumed).tasks);
  });

  test.each(cases)(
    "$name: ceilings, what is left of them, the council's seats and cost",
    ({ assumed, levers }) => {
      const outcome = evaluateScenario(compiled, levers);
      const again = recompute(database, assumed);
      expect(bySource(outcome, ({ ceilingWon }) => ceilingWon)).toEqual(again.ceilingWon);
      expect(bySource(outcome, ({ headroomWon }) => headroomWon)).toEqual(again.leftWon);
      expect(outcome.committees[0]?.seatsByYear).toEqual(again.seatsByYear);
      expect(outcome.committees[0]?.costWonByYear).toEqual(again.councilWon);
    },
  );

  test.each(cases)("$name: residents' projects, and what each unit gets", ({ assumed, levers }) => {
    const outcome = evaluateScenario(compiled, levers);
    const again = recompute(database, assumed);
    expect(outcome.residents.map(({ decidedWon }) => decidedWon)).toEqual(again.poolWon);
    for (const [index, year] of again.residents.entries()) {
      const { projects, limit, executedWon, unspentWon } = outcome.residents[index] ?? {};
      expect({ limit, executedWon, unspentWon }).toEqual({
        limit: year.limit,
        executedWon: year.executedWon,
        unspentWon: year.unspentWon,
      });
      expect(projects).toBeCloseTo(year.projects, 9);
      expect(outcome.units.units.map((unit) => unit.allocatedWonByYear[index])).toEqual(year.allocatedWon);
    }
  });

  test.each(cases)("$name: presence, quorum and power", ({ assumed, levers }) => {
    const { indicators } = evaluateScenario(compiled, levers);
    const { council } = recompute(database, assumed);
    expect(indicators.presenceSeatedRatio).toBeCloseTo(council.presenceSeated, 9);
    expect(indicators.presenceAtMeetingRatio).toBeCloseTo(council.presenceAtMeeting, 9);
    expect(indicators.quorumRatio).toBeCloseTo(council.quorate, 9);
    expect(indicators.officialsPivotalRatio).toBeCloseTo(council.officialsDecide, 9);
    expect(indicators.officialsBanzhaf).toBeCloseTo(council.banzhaf, 9);
    expect(indicators.officialsShapley).toBeCloseTo(council.shapley, 9);
  });

  test.each(cases.filter(({ file }) => file !== undefined))(
    "$name: the reviewed file",
    ({ assumed, file }) => {
      const reviewed = JSON.parse(readFileSync(join(golden, `${file}.json`), "utf8")) as {
        readonly tasks: readonly { taskId: string; status: string; fundedWonByYear: number[] }[];
        readonly residents: readonly { executedWon: number; unspentWon: number }[];
      };
      const again = recompute(database, assumed);
      expect(reviewed.tasks.map((task) => [task.taskId, task.status, task.fundedWonByYear])).toEqual(
        again.tasks.map((task) => [task.code, task.status, task.fundedWonByYear]),
      );
      expect(reviewed.residents.map((year) => [year.executedWon, year.unspentWon])).toEqual(
        again.residents.map((year) => [year.executedWon, year.unspentWon]),
      );
    },
  );
});
