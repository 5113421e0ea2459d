import type { CompiledPlan } from "../compiled-plan";

/**
 * A compiled plan in which tasks start `yearsByTask` years later (by task, 0 or
 * more): what `compilePlan` makes of the plan after the command `delay-tasks`.
 * Amounts stay as they are; what moves past the horizon is not in it any more.
 */
export function delayCompiledTasks(plan: CompiledPlan, yearsByTask: readonly number[]): CompiledPlan {
  const { waterfall } = plan;
  const { sourceCount, resourceCount, yearCount } = waterfall;
  const move = (values: Float64Array, rowsPerTask: number): Float64Array => {
    const moved = new Float64Array(values.length);
    for (const [at, value] of values.entries()) {
      const year = at % yearCount;
      const years = yearsByTask[Math.floor(at / (rowsPerTask * yearCount))] ?? 0;
      if (year + years < yearCount) moved[at + years] = value;
    }
    return moved;
  };
  return {
    ...plan,
    waterfall: {
      ...waterfall,
      amountWon: move(waterfall.amountWon, sourceCount),
      needAmount: move(waterfall.needAmount, resourceCount),
      startIndex: waterfall.startIndex.map((start, task) =>
        Math.min(yearCount - 1, start + (yearsByTask[task] ?? 0)),
      ),
    },
  };
}
