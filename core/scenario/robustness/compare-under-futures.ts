import type { Direction } from "./pareto";

/** How an option fares over all futures. */
export interface OptionRobustness {
  readonly option: number;
  readonly worst: number;
  readonly best: number;
  /** All futures equally likely (Laplace). */
  readonly mean: number;
  /** What it loses against the best option of each future, at most (Savage). */
  readonly maximumRegret: number;
  readonly regrets: readonly number[];
  /** Part of the futures in which it is good enough; null without a threshold. */
  readonly satisficingRatio: number | null;
}

/** Options that each rule would choose; several where they are equal. */
export interface RobustChoices {
  readonly minimaxRegret: readonly number[];
  readonly maximin: readonly number[];
  readonly maximax: readonly number[];
  readonly laplace: readonly number[];
  /** Most futures good enough; empty without a threshold. */
  readonly satisficing: readonly number[];
}

export interface RobustnessResult {
  readonly options: readonly OptionRobustness[];
  readonly choices: RobustChoices;
}

/**
 * Options under several futures: `outcomes[option][future]`, more or less is
 * better as `direction` says. Worst and best are those of the direction.
 * `threshold` is what is good enough (inclusive). Savage 1951; Wald 1950;
 * Simon 1956. At least one option and one future.
 */
export function compareUnderFutures(
  outcomes: readonly (readonly number[])[],
  direction: Direction,
  threshold: number | null = null,
): RobustnessResult {
  const sign = direction === "higher" ? 1 : -1;
  const futures = outcomes[0]?.length ?? 0;
  if (futures === 0 || outcomes.some((row) => row.length !== futures || row.some(Number.isNaN)))
    throw new RangeError("compareUnderFutures: every option needs a number for every future");
  const gains = outcomes.map((row) => row.map((value) => sign * value));
  const bestOfFuture = Array.from({ length: futures }, (_, future) =>
    Math.max(...gains.map((row) => row[future] ?? Number.NEGATIVE_INFINITY)),
  );
  const options = gains.map((row, option): OptionRobustness => {
    const regrets = row.map((gain, future) => (bestOfFuture[future] ?? 0) - gain);
    const met = threshold === null ? 0 : row.filter((gain) => gain >= sign * threshold).length;
    return {
      option,
      worst: sign * Math.min(...row),
      best: sign * Math.max(...row),
      mean: (sign * row.reduce((sum, gain) => sum + gain, 0)) / futures,
      maximumRegret: Math.max(...regrets),
      regrets,
      satisficingRatio: threshold === null ? null : met / futures,
    };
  });
  const choose = (score: (option: OptionRobustness) => number) => {
    const highest = Math.max(...options.map(score));
    return options.filter((option) => score(option) === highest).map(({ option }) => option);
  };
  return {
    options,
    choices: {
      minimaxRegret: choose(({ maximumRegret }) => -maximumRegret),
      maximin: choose(({ worst }) => sign * worst),
      maximax: choose(({ best }) => sign * best),
      laplace: choose(({ mean }) => sign * mean),
      satisficing: threshold === null ? [] : choose(({ satisficingRatio }) => satisficingRatio ?? 0),
    },
  };
}
