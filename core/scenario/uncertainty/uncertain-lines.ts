import type { PlanTables } from "../../plan/plan-tables";
import type { CompiledPlan } from "../compiled-plan";

/** Budget lines whose amount is uncertain; plain arrays that can be sent to a worker. One entry a line. */
export interface UncertainLines {
  /** Where the line's money is in `waterfall.amountWon`. Lines of several channels may share a place. */
  readonly at: Int32Array;
  readonly lowWon: Float64Array;
  readonly likelyWon: Float64Array;
  readonly highWon: Float64Array;
}

/**
 * The lines of a plan with low < high, in a fixed order. Lines that the compiled
 * plan passes over, and those whose place has no likely money at all, do not
 * count.
 */
export function compileUncertainLines(tables: PlanTables, plan: CompiledPlan): UncertainLines {
  const taskAt = new Map(plan.tasks.map(({ id }, index) => [id, index]));
  const sourceAt = new Map(plan.sources.map(({ id }, index) => [id, index]));
  const { sourceCount, yearCount, amountWon } = plan.waterfall;
  const lines = tables.all("budgetLine").flatMap((line) => {
    const [task, source] = [taskAt.get(line.taskId), sourceAt.get(line.sourceId)];
    const year = line.year - (plan.years[0] ?? 0);
    if (task === undefined || source === undefined || year < 0 || year >= yearCount) return [];
    const at = (task * sourceCount + source) * yearCount + year;
    return line.lowWon < line.highWon && (amountWon[at] ?? 0) !== 0 ? [{ ...line, at }] : [];
  });
  // By place, then id: the order in which rows were read must not change a draw.
  lines.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return {
    at: Int32Array.from(lines, ({ at }) => at),
    lowWon: Float64Array.from(lines, ({ lowWon }) => lowWon),
    likelyWon: Float64Array.from(lines, ({ likelyWon }) => likelyWon),
    highWon: Float64Array.from(lines, ({ highWon }) => highWon),
  };
}
