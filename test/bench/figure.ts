import { Bench } from "tinybench";

/** One line of the table that `npm run bench` prints. */
export interface Figure {
  readonly name: string;
  readonly unit: "ms" | "KB" | "×";
  readonly median: number;
  /** Fastest and 95th percentile; absent for sizes, which do not vary. A busy machine moves the fastest least. */
  readonly best?: number;
  readonly p95?: number;
  /** Median processor time of the process, where a run takes long enough for it: what other work on the machine does not move much. */
  readonly processor?: number;
  /** What an issue allows; null where a figure is only watched. */
  readonly budget: number | null;
  /** What is held against the budget; the median where nothing is said. */
  readonly held?: "median" | "p95";
}

/** A file `*.bench.ts` exports this as its default. */
export type MeasureFigures = () => Promise<readonly Figure[]>;

export interface TimedWork<T> {
  readonly name: string;
  readonly budgetMs: number | null;
  readonly run: () => T;
  /** Throws when the result is wrong; called outside the timer, before anything is measured. */
  readonly check: (result: T) => void;
  /** Frees what a run has made; outside the timer. */
  readonly dispose?: (result: T) => void;
  /** How long to measure; at least 20 runs are made. */
  readonly forMs?: number;
}

/** Measures one piece of work and checks what it comes to. */
export async function measure<T>(work: TimedWork<T>): Promise<Figure> {
  const startedMs = performance.now();
  const first = work.run();
  const isLong = performance.now() - startedMs > LONG_MS;
  work.check(first);
  work.dispose?.(first);
  let made: T | undefined;
  const processorMs: number[] = [];
  const runAndCount = () => {
    const before = process.cpuUsage();
    made = work.run();
    const { user, system } = process.cpuUsage(before);
    processorMs.push((user + system) / 1000);
  };
  const bench = new Bench({
    time: work.forMs ?? 1000,
    iterations: 20,
    warmupIterations: 5,
    retainSamples: true,
  });
  bench.add(
    work.name,
    isLong
      ? runAndCount
      : () => {
          made = work.run();
        },
    {
      afterEach: () => {
        if (made !== undefined) work.dispose?.(made);
      },
    },
  );
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== "completed") throw new Error(`${work.name}: ${JSON.stringify(result)}`);
  const samples = result.latency.samples ?? [];
  const p95 = samples[Math.min(samples.length - 1, Math.floor(samples.length * 0.95))] ?? Number.NaN;
  const { min: best, p50: median } = result.latency;
  const processor = processorMs.sort((a, b) => a - b)[Math.floor(processorMs.length / 2)];
  return {
    name: work.name,
    unit: "ms",
    median,
    best,
    p95,
    budget: work.budgetMs,
    ...(processor === undefined ? {} : { processor }),
  };
}

/** From here on the processor's time can be told from the clock's. */
const LONG_MS = 5;

/** Measures work that takes long, five times after one that is not counted. */
export function measureOnce<T>(work: Omit<TimedWork<T>, "forMs" | "dispose">): Figure {
  work.check(work.run());
  const samples = Array.from({ length: REPETITIONS }, () => {
    const startedMs = performance.now();
    work.run();
    return performance.now() - startedMs;
  }).sort((a, b) => a - b);
  const [best = Number.NaN] = samples;
  const median = samples[Math.floor(REPETITIONS / 2)] ?? Number.NaN;
  const p95 = samples.at(-1) ?? Number.NaN;
  return { name: work.name, unit: "ms", median, best, p95, budget: work.budgetMs };
}

const REPETITIONS = 3;

/** For checks inside `measure`. */
export function expectThat(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(`bench: ${what}`);
}
