/**
 * A simulation against a second one that uses nothing of core: the rows of the
 * saved file, another generator, another way to PERT numbers, the waterfall as
 * one would do it on paper (independent-*.ts).
 */
import initSqlJs from "sql.js";
import { expect, test } from "vitest";
import { compilePlan } from "../../../../core/scenario/compile-plan";
import { prepareDraws } from "../../../../core/scenario/uncertainty/run-draws";
import { summariseDraws } from "../../../../core/scenario/uncertainty/summarise-draws";
import { compileUncertainLines } from "../../../../core/scenario/uncertainty/uncertain-lines";
import { NO_UNCERTAINTY, type UncertaintySpec } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import { makePlan } from "../../support/make-plan";
import { saveBytes } from "../../support/read-back";
import { makeChance } from "../independent-chance";
import { recompute } from "../independent-recompute";

const SQL = await initSqlJs();
const DRAWS = 2_000;
const PAPER_DRAWS = 300;

const spec: UncertaintySpec = {
  ...NO_UNCERTAINTY,
  costs: { distribution: "pert", correlationRatio: 0 },
  ceilings: { factor: { distribution: "pert", low: 0.9, likely: 1, high: 1.05 }, correlationRatio: 0 },
};

test.each(["seoul-civil-democracy", "district-governance"] as const)(
  "%s: the chance of every task agrees with a second simulation within 4 standard errors",
  (template) => {
    const { document } = makePlan(template);
    const compiled = compilePlan(document.tables, 1);
    const lines = compileUncertainLines(document.tables, compiled);
    const job = { compiled, levers: {}, lines, spec, method: "monte-carlo" as const, draws: DRAWS, seed: 3 };
    const prepared = prepareDraws(job);
    if (!prepared.ok) throw new Error(prepared.error.type);
    const { tasks } = summariseDraws(compiled, [prepared.value.run(0, DRAWS)]);

    const database = new SQL.Database(saveBytes(document));
    const chance = makeChance(20);
    const funded = new Map<string, number>();
    for (let draw = 0; draw < PAPER_DRAWS; draw += 1) {
      const paper = recompute(database, {
        draw: {
          ceilingFactor: () => chance.pert(0.9, 1, 1.05),
          lineWon: (low, likely, high) => Math.round(chance.pert(low, likely, high)),
        },
      });
      for (const { code, status } of paper.tasks)
        funded.set(code, (funded.get(code) ?? 0) + Number(status === "funded"));
    }
    database.close();

    let undecided = 0;
    for (const [index, { fundedRatio }] of tasks.entries()) {
      const code = compiled.tasks[index]?.code ?? "";
      const onPaper = (funded.get(code) ?? 0) / PAPER_DRAWS;
      const pooled = (fundedRatio * DRAWS + onPaper * PAPER_DRAWS) / (DRAWS + PAPER_DRAWS);
      const error = Math.sqrt(pooled * (1 - pooled) * (1 / DRAWS + 1 / PAPER_DRAWS));
      expect(Math.abs(fundedRatio - onPaper), code).toBeLessThanOrEqual(4 * error + 1e-12);
      if (fundedRatio > 0.05 && fundedRatio < 0.95) undecided += 1;
    }
    // Otherwise the test would compare certainties only.
    expect(undecided).toBeGreaterThan(0);
  },
);
