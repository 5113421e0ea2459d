import { MINIMUM_PARTIAL_RATIO, type WaterfallPlan } from "../../budget/waterfall";
import type { CompiledPlan } from "../compiled-plan";
import { evaluateScenario } from "../evaluate-scenario";
import { type LeverValues, numberOr } from "../lever";
import type { Outcome } from "../outcome";
import type { PortfolioChoice, PortfolioLimit, PortfolioProblem, PortfolioTask } from "./portfolio-problem";

/** What a portfolio has to keep to beside money, resources and dependencies. */
export interface PortfolioRules {
  /** Tasks that a law asks for are carried out whatever they displace. */
  readonly keepsRequired: boolean;
  readonly maximumStartsPerYear: number | null;
  /** Pairs of task ids of which at most one may be carried out. */
  readonly exclusions: readonly (readonly [string, string])[];
  readonly minimumShares: PortfolioProblem["minimumShares"];
}

export const DEFAULT_PORTFOLIO_RULES: PortfolioRules = {
  keepsRequired: true,
  maximumStartsPerYear: null,
  exclusions: [],
  minimumShares: [],
};

/** Of equal values the earlier start: each year of delay costs this part of a task's value. */
const DELAY_PENALTY_RATIO = 1e-4;
/** A task without a score is not left out for nothing. */
const LEAST_SCORE = 1e-3;

/**
 * What a portfolio may choose from in a scenario: the terms of the waterfall
 * (models B4), so that the best portfolio is at least as good as it. Money is
 * what committees and residents leave (nothing where these alone take more than there is), priced as the waterfall prices it; a task
 * is worth its priority score times the part of its money inside the horizon.
 */
export function describePortfolio(
  compiled: CompiledPlan,
  levers: LeverValues,
  rules: PortfolioRules = DEFAULT_PORTFOLIO_RULES,
): PortfolioProblem {
  const { waterfall } = compiled;
  const outcome = evaluateScenario(compiled, levers);
  const limits: PortfolioLimit[] = [];
  const limitAt = new Map<string, number>();
  for (const limit of [...listMoneyLimits(outcome), ...listResourceLimits(outcome)]) {
    limitAt.set(`${limit.kind} ${limit.id} ${limit.year}`, limits.length);
    limits.push(limit);
  }
  const inflationRatio = numberOr(levers["prices.inflation"], compiled.inflationRatio);
  const prices: Prices = {
    yearlyRise: (1 + inflationRatio) / (1 + compiled.inflationRatio),
    yearlyFactor: 1 + inflationRatio,
  };
  const latest = listLatestDelays(waterfall);
  const indexOf = new Map(compiled.tasks.map(({ id }, index) => [id, index]));
  const limitOf = (kind: PortfolioLimit["kind"], id: string, year: number) =>
    limitAt.get(`${kind} ${id} ${compiled.years[year]}`);
  return {
    limits,
    tasks: compiled.tasks.map((task, index): PortfolioTask => {
      const delays = Array.from({ length: (latest[index] ?? 0) + 1 }, (_, delay) => delay);
      return {
        id: task.id,
        areaId: task.areaId,
        isRequired: rules.keepsRequired && task.isLegallyRequired,
        allowsPart: waterfall.allowsPartial[index] === 1,
        choices: delays.map((delay) => describeChoice(compiled, prices, index, delay, limitOf)),
      };
    }),
    dependencies: waterfall.predecessors.flatMap((predecessors, task) =>
      predecessors.map((predecessor) => ({ task, predecessor })),
    ),
    exclusions: rules.exclusions.flatMap(([first, second]) => {
      const [task, other] = [indexOf.get(first), indexOf.get(second)];
      return task === undefined || other === undefined ? [] : [[task, other] as const];
    }),
    maximumStartsPerYear: rules.maximumStartsPerYear,
    minimumShares: rules.minimumShares,
    minimumPartRatio: MINIMUM_PARTIAL_RATIO,
  };
}

const listMoneyLimits = ({ byYear }: Outcome): PortfolioLimit[] =>
  byYear.flatMap(({ year, sources }) =>
    sources.flatMap(({ sourceId, hasCeiling, ceilingWon, committeesWon, displacedWon }) =>
      hasCeiling
        ? [
            {
              kind: "money" as const,
              id: sourceId,
              year,
              available: Math.max(0, ceilingWon - committeesWon - displacedWon),
            },
          ]
        : [],
    ),
  );

const listResourceLimits = ({ resources }: Outcome): PortfolioLimit[] =>
  resources.flatMap(({ year, resources: ofYear }) =>
    ofYear.flatMap(({ resourceId, hasCapacity, capacity, committeesAmount }) =>
      hasCapacity
        ? [
            {
              kind: "resource" as const,
              id: resourceId,
              year,
              available: Math.max(0, capacity - committeesAmount),
            },
          ]
        : [],
    ),
  );

/** A task may be delayed as long as it allows, or as long as a predecessor that it has to wait for. */
function listLatestDelays(waterfall: WaterfallPlan): Int32Array {
  const latest = new Int32Array(waterfall.taskCount);
  for (const task of waterfall.order) {
    const inherited = (waterfall.predecessors[task] ?? []).map((predecessor) => latest[predecessor] ?? 0);
    const latestStart = waterfall.yearCount - 1 - (waterfall.startIndex[task] ?? 0);
    latest[task] = Math.min(latestStart, Math.max(waterfall.maxDelayYears[task] ?? 0, ...inherited));
  }
  return latest;
}

interface Prices {
  readonly yearlyRise: number;
  readonly yearlyFactor: number;
}

function describeChoice(
  { waterfall, sources, resources, tasks, years }: CompiledPlan,
  prices: Prices,
  task: number,
  delay: number,
  limitOf: (kind: PortfolioLimit["kind"], id: string, year: number) => number | undefined,
): PortfolioChoice {
  const { sourceCount, resourceCount, yearCount, amountWon, needAmount } = waterfall;
  const uses: [number, number][] = [];
  let [plannedWon, costWon] = [0, 0];
  for (let source = 0; source < sourceCount; source += 1)
    for (let year = 0; year < yearCount; year += 1) {
      const amount = amountWon[(task * sourceCount + source) * yearCount + year] ?? 0;
      if (amount === 0) continue;
      const level = prices.yearlyRise ** year;
      plannedWon += roundPrice(amount, level);
      if (year + delay >= yearCount) continue;
      const lineWon = roundPrice(amount, level * prices.yearlyFactor ** delay);
      costWon += lineWon;
      const limit = limitOf("money", sources[source]?.id ?? "", year + delay);
      if (limit !== undefined) uses.push([limit, lineWon]);
    }
  for (let resource = 0; resource < resourceCount; resource += 1)
    for (let year = 0; year + delay < yearCount; year += 1) {
      const amount = needAmount[(task * resourceCount + resource) * yearCount + year] ?? 0;
      const limit = limitOf("resource", resources[resource]?.id ?? "", year + delay);
      if (amount !== 0 && limit !== undefined) uses.push([limit, amount]);
    }
  const insideRatio = plannedWon === 0 ? 1 : Math.min(1, costWon / plannedWon);
  const score = (tasks[task]?.priorityScore ?? 0) + LEAST_SCORE;
  const startIndex = Math.min(yearCount - 1, (waterfall.startIndex[task] ?? 0) + delay);
  return {
    delayYears: delay,
    startYear: years[startIndex] ?? 0,
    isOnlyInherited: delay > (waterfall.maxDelayYears[task] ?? 0),
    value: score * insideRatio * (1 - DELAY_PENALTY_RATIO * delay),
    costWon,
    uses,
  };
}

const roundPrice = (amountWon: number, factor: number) =>
  factor === 1 ? amountWon : Math.round(amountWon * factor);
