import loadHighs from "highs";
import { createHighsSolver } from "../../core/scenario/portfolio/highs-solver";
import { optimisePortfolio } from "../../core/scenario/portfolio/optimise-portfolio";
import type { PortfolioProblem } from "../../core/scenario/portfolio/portfolio-problem";
import { createRandomStream } from "../../core/scenario/sampling/random-stream";
import { expectThat, type MeasureFigures, measureOnce } from "./figure";

const YEARS = 5;
const SOURCES = 3;

const measureFigures: MeasureFigures = async () => {
  const solve = createHighsSolver(await loadHighs());
  return [15, 30, 60].map((tasks) =>
    measureOnce({
      name: `best portfolio of ${tasks} tasks × ${YEARS} years to 1 %`,
      budgetMs: tasks === 60 ? 10_000 : null,
      run: () => {
        const best = optimisePortfolio(makeProblem(tasks), solve, { gapRatio: 0.01, timeLimitMs: 60_000 });
        if (!best.ok) throw new Error(JSON.stringify(best.error));
        return best.value;
      },
      check: ({ gapRatio, isProved, chosen }) => {
        expectThat(isProved && gapRatio <= 0.01, `the gap is ${gapRatio}`);
        expectThat(chosen.length > 0 && chosen.length < tasks, "some are chosen and some not");
      },
    }),
  );
};

export default measureFigures;

/** Tasks of two to five years that may start up to four years later; money for about half of them. */
function makeProblem(count: number): PortfolioProblem {
  const random = createRandomStream(1, count);
  const between = (low: number, high: number) => Math.floor(low + random.next() * (high - low + 1));
  const limits = Array.from({ length: SOURCES * YEARS }, (_, at) => ({
    kind: "money" as const,
    id: `S${Math.floor(at / YEARS)}`,
    year: 2027 + (at % YEARS),
    available: count * 30,
  }));
  const tasks = Array.from({ length: count }, (_, index) => {
    const costs = Array.from({ length: SOURCES }, () => between(0, 120));
    const score = between(20, 100);
    const length = between(2, YEARS);
    return {
      id: String(index),
      areaId: String(index % 3),
      isRequired: false,
      allowsPart: false,
      choices: Array.from({ length: YEARS }, (_, delay) => {
        const inside = Math.min(length, YEARS - delay);
        return {
          delayYears: delay,
          startYear: 2027 + delay,
          isOnlyInherited: false,
          value: (score * inside) / length,
          costWon: costs.reduce((sum, cost) => sum + cost, 0) * inside,
          uses: costs.flatMap((cost, source) =>
            Array.from({ length: inside }, (_, year) => [source * YEARS + delay + year, cost] as const),
          ),
        };
      }),
    };
  });
  return {
    tasks,
    limits,
    dependencies: Array.from({ length: Math.floor(count / 6) }, (_, index) => ({
      task: 6 * index + 5,
      predecessor: 6 * index,
    })),
    exclusions: [],
    maximumStartsPerYear: null,
    minimumShares: [],
    minimumPartRatio: 0.5,
  };
}
