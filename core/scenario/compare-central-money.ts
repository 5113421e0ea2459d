import type { Outcome } from "./outcome";

/** What moves in one source over all years, in won; negative where it moves the other way. */
export interface CentralMoneyOfSource {
  readonly sourceId: string;
  /** More that is taken from central tasks for residents. */
  readonly movedWon: number;
  /** Less that central tasks get. */
  readonly lostWon: number;
}

export interface CentralMoneyComparison {
  /** Sources in which anything moves, in the order of the plan. */
  readonly bySource: readonly CentralMoneyOfSource[];
  readonly movedWon: number;
  readonly lostWon: number;
}

/**
 * What residents' money costs central tasks: by source, how much more is taken
 * from them than in the base, and how much less they get (models B4). With
 * matching the loss is larger than what moves: a task that loses 1 of its own
 * money at a matching share m loses 1/m in all, part of it in sources that
 * residents get nothing of. Deliberated and additional money moves nothing.
 * Both outcomes are of the same plan.
 */
export function compareCentralMoney(base: Outcome, scenario: Outcome): CentralMoneyComparison {
  const bySource = new Map<string, { movedWon: number; lostWon: number }>();
  const add = (outcome: Outcome, sign: 1 | -1) => {
    for (const { sources } of outcome.byYear)
      for (const { sourceId, displacedWon, tasksWon } of sources) {
        const sum = bySource.get(sourceId) ?? { movedWon: 0, lostWon: 0 };
        sum.movedWon += sign * displacedWon;
        sum.lostWon -= sign * tasksWon;
        bySource.set(sourceId, sum);
      }
  };
  add(base, -1);
  add(scenario, 1);
  const moving = [...bySource].flatMap(([sourceId, sum]) =>
    sum.movedWon === 0 && sum.lostWon === 0 ? [] : [{ sourceId, ...sum }],
  );
  const total = (of: (source: CentralMoneyOfSource) => number) =>
    moving.reduce((sum, source) => sum + of(source), 0);
  return {
    bySource: moving,
    movedWon: total((source) => source.movedWon),
    lostWon: total((source) => source.lostWon),
  };
}
