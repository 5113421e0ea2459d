/** The funding waterfall (models B4) as one would do it on paper: task by task down a list, with a ledger of what is left. */

export interface Line {
  readonly source: string;
  readonly yearIndex: number;
  readonly won: number;
}

interface PaperTask {
  readonly code: string;
  /** Required by law, running, score: compared in this order, higher first. */
  readonly rank: readonly number[];
  readonly startIndex: number;
  readonly longestDelay: number;
  readonly allowsPart: boolean;
  readonly predecessors: readonly string[];
  readonly lines: readonly Line[];
  readonly posts: readonly number[];
}

/** What is left by source and year, and of posts by year; written down as tasks are paid. */
interface Ledger {
  readonly leftWon: Record<string, number[]>;
  readonly leftPosts: number[];
  readonly yearlyRise: number;
  readonly years: readonly number[];
}

export interface PlacedTask {
  readonly code: string;
  readonly status: "funded" | "partial" | "delayed" | "dropped";
  readonly delay: number;
  readonly fundedWonByYear: readonly number[];
  /** "DISTRICT 2029 7640000", "posts 2027 0.45", or "after D01"; empty when nothing lacked. */
  readonly lacks: string;
}

const isHigher = (a: readonly number[], b: readonly number[]) => {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index >= 0 && (a[index] ?? 0) > (b[index] ?? 0);
};

export function placeTasks(tasks: readonly PaperTask[], ledger: Ledger): PlacedTask[] {
  const placed = new Map<string, PlacedTask>();
  for (const task of lineUp(tasks)) placed.set(task.code, place(task, placed, ledger));
  return tasks.flatMap(({ code }) => placed.get(code) ?? []);
}

/** Whoever has the best rank and no predecessor still waiting comes next; a predecessor has its best successor's rank. */
function lineUp(tasks: readonly PaperTask[]): PaperTask[] {
  const rank = new Map(tasks.map((task) => [task.code, task.rank]));
  for (const _ of tasks)
    for (const { code, predecessors } of tasks)
      for (const predecessor of predecessors)
        if (isHigher(rank.get(code) ?? [], rank.get(predecessor) ?? []))
          rank.set(predecessor, rank.get(code) ?? []);
  const line: PaperTask[] = [];
  let waiting = [...tasks].sort((a, b) => (a.code < b.code ? -1 : 1));
  while (waiting.length > 0) {
    const free = waiting.filter(
      ({ predecessors }) => !waiting.some(({ code }) => predecessors.includes(code)),
    );
    const [first, ...others] = free;
    if (first === undefined) throw new Error("the tasks wait for each other in a circle");
    const next = others.reduce(
      (best, task) => (isHigher(rank.get(task.code) ?? [], rank.get(best.code) ?? []) ? task : best),
      first,
    );
    line.push(next);
    waiting = waiting.filter((task) => task !== next);
  }
  return line;
}

function place(task: PaperTask, placed: ReadonlyMap<string, PlacedTask>, ledger: Ledger): PlacedTask {
  const before = task.predecessors.flatMap((code) => placed.get(code) ?? []);
  const dropped = before.find(({ status }) => status === "dropped");
  const nothing = ledger.years.map(() => 0);
  if (dropped !== undefined)
    return {
      code: task.code,
      status: "dropped",
      delay: 0,
      fundedWonByYear: nothing,
      lacks: `after ${dropped.code}`,
    };
  const inherited = Math.max(0, ...before.map(({ delay }) => delay));
  const after = inherited === 0 ? "" : `after ${before.find(({ delay }) => delay === inherited)?.code}`;
  const lastDelay = Math.min(
    Math.max(task.longestDelay, inherited),
    ledger.years.length - 1 - task.startIndex,
  );
  const onTime = look(task, inherited, ledger);
  const lacks = onTime.lacks === "" ? after : onTime.lacks;
  if (onTime.part < 1 && task.allowsPart && onTime.part >= 0.5) {
    const fundedWonByYear = pay(task, inherited, onTime.part, ledger);
    return { code: task.code, status: "partial", delay: inherited, fundedWonByYear, lacks };
  }
  for (let delay = inherited; delay <= lastDelay; delay += 1) {
    if (look(task, delay, ledger).part < 1) continue;
    const fundedWonByYear = pay(task, delay, 1, ledger);
    return { code: task.code, status: delay > 0 ? "delayed" : "funded", delay, fundedWonByYear, lacks };
  }
  return { code: task.code, status: "dropped", delay: 0, fundedWonByYear: nothing, lacks };
}

/** How much of the task money and posts allow, and what the first short year lacks most. */
function look(task: PaperTask, delay: number, ledger: Ledger): { part: number; lacks: string } {
  let part = 1;
  let lacks = "";
  for (const [index, year] of ledger.years.entries()) {
    let worstWon = 0;
    for (const { source, won } of costsIn(task, index, delay, ledger)) {
      const left = ledger.leftWon[source]?.[index] ?? 0;
      if (won <= left) continue;
      if (part === 1 || (lacks.includes(` ${year} `) && won - left > worstWon))
        lacks = `${source} ${year} ${won - left}`;
      worstWon = Math.max(worstWon, won - left);
      part = Math.min(part, Math.max(0, left) / won);
    }
    const posts = task.posts[index - delay] ?? 0;
    const left = ledger.leftPosts[index] ?? 0;
    if (posts > left + 1e-9) {
      if (part === 1) lacks = `posts ${year} ${(posts - left).toFixed(6)}`;
      part = Math.min(part, Math.max(0, left) / posts);
    }
  }
  return { part, lacks };
}

/** What the task costs in a year by source: its lines of `delay` years before, at that year's prices. */
function costsIn(task: PaperTask, index: number, delay: number, { yearlyRise }: Ledger) {
  const bySource = new Map<string, number>();
  for (const line of task.lines)
    if (line.yearIndex + delay === index)
      bySource.set(line.source, (bySource.get(line.source) ?? 0) + line.won);
  return [...bySource].map(([source, won]) => ({ source, won: Math.round(won * yearlyRise ** delay) }));
}

function pay(task: PaperTask, delay: number, part: number, ledger: Ledger): number[] {
  return ledger.years.map((_, index) => {
    let paid = 0;
    for (const { source, won } of costsIn(task, index, delay, ledger)) {
      const paidWon = part < 1 ? Math.floor(won * part) : won;
      const left = ledger.leftWon[source];
      if (left !== undefined) left[index] = (left[index] ?? 0) - paidWon;
      paid += paidWon;
    }
    ledger.leftPosts[index] = (ledger.leftPosts[index] ?? 0) - (task.posts[index - delay] ?? 0) * part;
    return paid;
  });
}
