import { compilePlan } from "../../core/scenario/compile-plan";
import { prepareJob } from "../../core/scenario/jobs/scenario-job";
import { indicatorDefinitions } from "../../core/scenario/outcome";
import { createUniformDraws } from "../../core/scenario/sampling/normal-draws";
import { listDefaultFactors } from "../../core/scenario/sensitivity/plan-factors";
import { prepareSweep } from "../../core/scenario/sweep/run-sweep";
import { INITIAL_UNCERTAINTY } from "../../core/scenario/uncertainty/plan-uncertainty";
import { type DrawsJob, prepareDraws } from "../../core/scenario/uncertainty/run-draws";
import { summariseDraws } from "../../core/scenario/uncertainty/summarise-draws";
import { compileUncertainLines, pickVaryingLines } from "../../core/scenario/uncertainty/uncertain-lines";
import { expectThat, type Figure, type MeasureFigures, measureOnce } from "./figure";
import { makeLargePlan } from "./make-large-plan";

/** 200 tasks with more than 2,000 budget lines from 3 sources, of which 2,000 are uncertain. */
const SIZE = { tasks: 200, years: 5, sources: 3, edits: 0, seed: 1 };
const LINES = 2_000;

const document = makeLargePlan(SIZE);
const compiled = compilePlan(document.tables, document.revision);
const all = pickVaryingLines(compileUncertainLines(document.tables, compiled), INITIAL_UNCERTAINTY.costs);
const lines = {
  at: all.at.slice(0, LINES),
  lowWon: all.lowWon.slice(0, LINES),
  likelyWon: all.likelyWon.slice(0, LINES),
  highWon: all.highWon.slice(0, LINES),
};

const measureFigures: MeasureFigures = async () => {
  expectThat(lines.at.length === LINES, `there are ${LINES} uncertain lines, not ${lines.at.length}`);
  return [...(await measureDraws()), await measureSampling(), measureSweep(), measureSobol()];
};

export default measureFigures;

const jobOf = (draws: number): DrawsJob => ({
  compiled,
  levers: {},
  lines,
  spec: INITIAL_UNCERTAINTY,
  method: "monte-carlo",
  draws,
  seed: 1,
});

/** Growth is to be linear: twice the draws, twice the time. */
async function measureDraws(): Promise<readonly Figure[]> {
  const simulate = (draws: number) => {
    const prepared = prepareDraws(jobOf(draws));
    if (!prepared.ok) throw new Error(prepared.error.type);
    return summariseDraws(compiled, [prepared.value.run(0, draws)]);
  };
  simulate(500);
  const before = process.memoryUsage().rss;
  const figures = [2_500, 5_000, 10_000, 20_000].map((draws) =>
    measureOnce({
      name: `simulate ${draws} draws × ${LINES} uncertain lines`,
      budgetMs: draws === 10_000 ? 1_500 : null,
      run: () => simulate(draws),
      check: ({ indicators }) =>
        expectThat(
          indicators.some(({ p10, p90 }) => p10 !== p90) && indicators.length === indicatorDefinitions.length,
          "figures are spread",
        ),
    }),
  );
  const grownKb = (process.memoryUsage().rss - before) / 1024;
  return [
    ...figures,
    { name: "memory that this took", unit: "KB", median: Math.max(0, grownKb), budget: 300 * 1024 },
  ];
}

async function measureSampling(): Promise<Figure> {
  const draws = createUniformDraws("latin-hypercube", LINES, 1_000, 1);
  const point = new Float64Array(LINES);
  return measureOnce({
    name: `a Latin hypercube of 1000 draws × ${LINES} numbers`,
    budgetMs: null,
    run: () => {
      for (let draw = 0; draw < 1_000; draw += 1) draws.writeDraw(draw, point);
      return point;
    },
    check: (last) =>
      expectThat(
        last.every((value) => value > 0 && value < 1),
        "numbers are within 0 and 1",
      ),
  });
}

function measureSweep(): Figure {
  const values = (from: number, step: number) =>
    Array.from({ length: 21 }, (_, index) => from + index * step);
  const axes = [
    { path: "committee.COUNCIL.seats", values: values(30, 1) },
    { path: "decentralised.share", values: values(0, 0.005) },
  ];
  return measureOnce({
    name: "sweep 21 × 21 scenarios of it",
    budgetMs: 200,
    run: () => {
      const sweep = prepareSweep({ compiled, levers: {}, axes, simulation: null });
      return sweep.run(0, sweep.rows);
    },
    check: (rows) => expectThat(rows.length === 441, "every row is there"),
  });
}

function measureSobol(): Figure {
  const factors = listDefaultFactors(compiled, {}, lines, INITIAL_UNCERTAINTY);
  return measureOnce({
    name: `Sobol indices, N = 1024 × ${factors.length} factors`,
    budgetMs: 2_000,
    run: () => {
      const job = prepareJob("sensitivity", {
        compiled,
        levers: {},
        factors,
        measures: ["priorityCoverageRatio"],
        method: { method: "sobol", samples: 1_024 },
      });
      return job.run(0, job.size);
    },
    check: (rows) => {
      expectThat(factors.length === 12, "twelve factors are moved");
      expectThat(rows.length === 1_024 * 14 && new Set(rows).size > 10, "every point has its figure");
    },
  });
}
