import type { PlanTables } from "../../plan/plan-tables";
import type { CompiledPlan } from "../compiled-plan";
import type { UncertaintySpec } from "./uncertainty-spec";

/** Budget lines whose amount may be uncertain; plain arrays that can be sent to a worker. One entry a line. */
export interface UncertainLines {
  /** Where the line's money is in `waterfall.amountWon`. Lines of several channels may share a place. */
  readonly at: Int32Array;
  readonly lowWon: Float64Array;
  readonly likelyWon: Float64Array;
  readonly highWon: Float64Array;
}

/**
 * The lines of a plan, in a fixed order; those without a range of their own have
 * low = high. Lines that the compiled plan passes over, and those whose place has
 * no likely money at all, do not count.
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
    return (amountWon[at] ?? 0) === 0 ? [] : [{ ...line, at }];
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

/**
 * The lines that vary: those with low < high as they are, the others by the
 * factors of `otherLines` on their likely amount, in whole won. Lines that have
 * no range then are left out.
 */
export function pickVaryingLines(
  lines: UncertainLines,
  { otherLines: { low, high } = { low: 1, high: 1 } }: UncertaintySpec["costs"],
): UncertainLines {
  const rangeOf = (line: number): readonly [low: number, high: number] => {
    const [ownLow = 0, likely = 0, ownHigh = 0] = [
      lines.lowWon[line],
      lines.likelyWon[line],
      lines.highWon[line],
    ];
    return ownLow < ownHigh ? [ownLow, ownHigh] : [Math.round(likely * low), Math.round(likely * high)];
  };
  const varying = [...lines.at.keys()].filter((line) => {
    const [lowWon, highWon] = rangeOf(line);
    return lowWon < highWon;
  });
  return {
    at: Int32Array.from(varying, (line) => lines.at[line] ?? 0),
    lowWon: Float64Array.from(varying, (line) => rangeOf(line)[0]),
    likelyWon: Float64Array.from(varying, (line) => lines.likelyWon[line] ?? 0),
    highWon: Float64Array.from(varying, (line) => rangeOf(line)[1]),
  };
}
