import fc from "fast-check";
import { expect, test } from "vitest";
import { orderForFunding } from "../../../core/budget/funding-order";
import {
  DELAYED,
  DROPPED,
  FUNDED,
  fundByWaterfall,
  PARTIAL,
  type WaterfallPlan,
} from "../../../core/budget/waterfall";

interface Task {
  /** Amounts by source, then year. */
  readonly won: readonly (readonly number[])[];
  /** Posts by year. */
  readonly staff?: readonly number[];
  readonly start?: number;
  readonly maxDelay?: number;
  readonly partial?: boolean;
  readonly needs?: readonly number[];
}

interface Means {
  /** Money by source, then year; Infinity where there is no ceiling. */
  readonly won: readonly (readonly number[])[];
  readonly staff?: readonly number[];
  readonly rise?: number;
  readonly level?: readonly number[];
}

function compile(tasks: readonly Task[]): WaterfallPlan {
  const [first] = tasks;
  const yearCount = first?.won[0]?.length ?? 0;
  return {
    taskCount: tasks.length,
    sourceCount: first?.won.length ?? 0,
    yearCount,
    amountWon: Float64Array.from(tasks.flatMap((task) => task.won.flat())),
    order: Int32Array.from(tasks, (_, index) => index),
    startIndex: Int32Array.from(tasks, (task) => task.start ?? 0),
    maxDelayYears: Int32Array.from(tasks, (task) => task.maxDelay ?? 0),
    allowsPartial: Uint8Array.from(tasks, (task) => Number(task.partial ?? false)),
    predecessors: tasks.map((task) => task.needs ?? []),
    resourceCount: 1,
    needAmount: Float64Array.from(tasks.flatMap((task) => task.staff ?? new Array(yearCount).fill(0))),
  };
}

function fund(tasks: readonly Task[], means: Means) {
  const plan = compile(tasks);
  const { yearCount } = plan;
  return fundByWaterfall(
    plan,
    Float64Array.from(means.won.flat()),
    {
      levelByYear: Float64Array.from(means.level ?? new Array(yearCount).fill(1)),
      yearlyFactor: 1 + (means.rise ?? 0),
    },
    Float64Array.from(means.staff ?? new Array(yearCount).fill(Number.POSITIVE_INFINITY)),
  );
}

const summary = (result: ReturnType<typeof fund>) => ({
  status: [...result.status],
  delay: [...result.delayYears],
  ratio: [...result.fundedRatio],
  left: [...result.leftWon],
});

test("tasks are paid one after another, on time, as long as the money lasts", () => {
  const result = fund([{ won: [[60, 60]] }, { won: [[30, 40]] }], { won: [[100, 100]] });
  expect(summary(result)).toEqual({ status: [FUNDED, FUNDED], delay: [0, 0], ratio: [1, 1], left: [10, 0] });
});

test("a task that does not fit is dropped, and names the first short year and source and what is missing", () => {
  const result = fund([{ won: [[60, 60]] }, { won: [[30, 50]] }, { won: [[40, 40]] }], { won: [[100, 100]] });
  expect(summary(result)).toMatchObject({ status: [FUNDED, DROPPED, FUNDED], left: [0, 0] });
  expect([result.shortYear[1], result.shortSource[1], result.shortWon[1]]).toEqual([1, 0, 10]);
});

test("without a ceiling there is always money", () => {
  const result = fund([{ won: [[1e15]] }], { won: [[Number.POSITIVE_INFINITY]] });
  expect(summary(result)).toEqual({
    status: [FUNDED],
    delay: [0],
    ratio: [1],
    left: [Number.POSITIVE_INFINITY],
  });
});

test("a task that allows it starts on time with the part that there is money for, the same part of every line", () => {
  const result = fund(
    [
      {
        won: [
          [100, 100],
          [50, 50],
        ],
        partial: true,
      },
    ],
    {
      won: [
        [80, 100],
        [50, 50],
      ],
    },
  );
  expect(summary(result)).toEqual({ status: [PARTIAL], delay: [0], ratio: [0.8], left: [0, 20, 10, 10] });
});

test("matching money falls with the source that is short: 1 less of one's own loses 1/m in all", () => {
  // Half national, half district; the district is 20 short of 100, so 40 less is spent.
  const result = fund([{ won: [[100], [100]], partial: true }], { won: [[500], [80]] });
  expect(result.fundedRatio[0]).toBe(0.8);
  expect([...result.leftWon]).toEqual([420, 0]);
});

test("less than half is not worth starting: the task waits or is dropped", () => {
  expect(fund([{ won: [[100, 0]], partial: true }], { won: [[49, 0]] }).status[0]).toBe(DROPPED);
  expect(fund([{ won: [[100, 0]], partial: true }], { won: [[50, 0]] }).status[0]).toBe(PARTIAL);
});

test("part of a won is never spent", () => {
  const result = fund([{ won: [[3], [1000]], partial: true }], { won: [[3], [999]] });
  expect([...result.leftWon]).toEqual([1, 0]);
});

test("a task that may wait starts as few years later as possible, every line shifted and re-priced", () => {
  const result = fund([{ won: [[100, 200, 0, 0]], maxDelay: 2 }], { won: [[50, 150, 110, 500]], rise: 0.1 });
  // One year later: 110 of 150, 220 of 110: does not fit. Two years: 121 of 110 does not fit either.
  expect(result.status[0]).toBe(DROPPED);
  const enough = fund([{ won: [[100, 200, 0, 0]], maxDelay: 2 }], { won: [[50, 150, 121, 500]], rise: 0.1 });
  // Two years: 100 · 1.1² = 121 of 121, 200 · 1.1² = 242 of 500.
  expect(summary(enough)).toEqual({ status: [DELAYED], delay: [2], ratio: [1], left: [50, 150, 0, 258] });
  expect([enough.shortYear[0], enough.shortWon[0]]).toEqual([0, 50]);
});

test("what a delay moves past the horizon needs no money in it", () => {
  const result = fund([{ won: [[100, 100]], maxDelay: 1 }], { won: [[0, 100]] });
  expect(summary(result)).toMatchObject({ status: [DELAYED], delay: [1], left: [0, 0] });
});

test("a task never starts after the horizon, however long it may wait", () => {
  expect(fund([{ won: [[0, 100]], start: 1, maxDelay: 5 }], { won: [[0, 99]] }).status[0]).toBe(DROPPED);
});

test("prices of the years raise what a task needs", () => {
  const result = fund([{ won: [[100, 100]] }], { won: [[100, 103]], level: [1, 1.04] });
  expect([result.status[0], result.shortYear[0], result.shortWon[0]]).toEqual([DROPPED, 1, 1]);
});

test("a task waits at least as long as its predecessor, and is dropped with it", () => {
  const means = { won: [[100, 200, 200]] };
  const waiting = fund(
    [
      { won: [[150, 0, 0]], maxDelay: 1 },
      { won: [[10, 0, 0]], needs: [0] },
    ],
    means,
  );
  expect([...waiting.delayYears]).toEqual([1, 1]);
  expect([...waiting.status]).toEqual([DELAYED, DELAYED]);
  expect(waiting.blockedBy[1]).toBe(0);
  const dropped = fund([{ won: [[300, 0, 0]] }, { won: [[10, 0, 0]], needs: [0] }], means);
  expect([...dropped.status]).toEqual([DROPPED, DROPPED]);
  expect(dropped.blockedBy[1]).toBe(0);
  expect(dropped.shortYear[1]).toBe(-1);
});

test("a committee that overdraws a source leaves nothing for tasks there, and nothing is made worse", () => {
  const result = fund([{ won: [[10], [0]] }, { won: [[0], [10]] }], { won: [[-5], [10]] });
  expect(summary(result)).toMatchObject({ status: [DROPPED, FUNDED], left: [-5, 0] });
  expect(result.shortWon[0]).toBe(15);
});

test("a task without money of its own is always funded", () => {
  expect(fund([{ won: [[0, 0]] }], { won: [[-5, 0]] }).status[0]).toBe(FUNDED);
});

test("posts bind like money, and are named where money would do", () => {
  const tasks = [
    { won: [[10, 10]], staff: [2, 2] },
    { won: [[10, 10]], staff: [1.5, 1.5] },
  ];
  const result = fund(tasks, { won: [[100, 100]], staff: [3, 4] });
  expect([...result.status]).toEqual([FUNDED, DROPPED]);
  expect([
    result.shortYear[1],
    result.shortSource[1],
    result.shortResource[1],
    result.shortAmount[1],
  ]).toEqual([0, -1, 0, 0.5]);
  expect([...result.leftCapacity]).toEqual([1, 2]);
});

const amounts = (years: number) => fc.array(fc.nat(50), { minLength: years, maxLength: years });

const scenario = fc.record({
  tasks: fc.array(
    fc.record({
      won: fc.tuple(amounts(4), amounts(4)),
      staff: amounts(4),
      start: fc.nat(3),
      maxDelay: fc.nat(4),
      partial: fc.boolean(),
      score: fc.nat(9),
      needs: fc.array(fc.nat(9), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  won: fc.tuple(amounts(4), amounts(4)),
  staff: fc.array(fc.nat(120), { minLength: 4, maxLength: 4 }),
  rise: fc.double({ min: -0.5, max: 1, noNaN: true }),
  level: fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 4, maxLength: 4 }),
  overdraft: fc.nat(30),
});

test("no source and no resource is ever spent beyond what there is", () => {
  fc.assert(
    fc.property(scenario, ({ tasks, won, staff, rise, level, overdraft }) => {
      const all = tasks.map((task, index) => ({ ...task, needs: task.needs.filter((need) => need < index) }));
      const order = orderForFunding(
        all.map(({ score, needs }, index) => ({
          ...{ code: `${index}`, id: `${index}`, isLegallyRequired: false, isRunning: false },
          priorityScore: score,
          predecessors: needs,
        })),
      );
      const available = Float64Array.from([
        ...won[0].map((w) => w * 4 - overdraft),
        ...won[1].map((w) => w * 4),
      ]);
      const result = fundByWaterfall(
        { ...compile(all), order },
        available,
        { levelByYear: Float64Array.from(level), yearlyFactor: 1 + rise },
        Float64Array.from(staff),
      );
      for (const [at, left] of result.leftWon.entries())
        expect(left).toBeGreaterThanOrEqual(Math.min(0, available[at] ?? 0));
      for (const left of result.leftCapacity) expect(left).toBeGreaterThan(-1e-6);
      for (const [index, { needs }] of all.entries())
        for (const need of needs)
          if (result.status[index] !== DROPPED) {
            expect(result.status[need]).not.toBe(DROPPED);
            expect(result.delayYears[index]).toBeGreaterThanOrEqual(result.delayYears[need] ?? 0);
          }
    }),
    { numRuns: 500 },
  );
});
