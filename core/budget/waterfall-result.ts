export const FUNDED = 0;
export const PARTIAL = 1;
export const DELAYED = 2;
export const DROPPED = 3;

/** One entry a task; the years and sources of a reason are indices, −1 where there is none. */
export interface WaterfallResult {
  readonly status: Uint8Array;
  readonly delayYears: Int32Array;
  readonly fundedRatio: Float64Array;
  /** Money that the task gets inside the horizon. */
  readonly fundedWon: Float64Array;
  /** Index of the year and source whose money ran short first. */
  readonly shortYear: Int32Array;
  readonly shortSource: Int32Array;
  readonly shortWon: Float64Array;
  /** Index of the resource that ran short first (−1 when money did), and by how much. */
  readonly shortResource: Int32Array;
  readonly shortAmount: Float64Array;
  /** Index of the predecessor that held the task up. */
  readonly blockedBy: Int32Array;
  /** Money left by `source · years + year`; Infinity where there is no ceiling. */
  readonly leftWon: Float64Array;
  /** Capacity left by `resource · years + year`; Infinity where none is set. */
  readonly leftCapacity: Float64Array;
}

/** Room for the result of a plan of this size, to be used again and again. */
export function createWaterfallResult(size: {
  readonly taskCount: number;
  readonly sourceCount: number;
  readonly resourceCount: number;
  readonly yearCount: number;
}): WaterfallResult {
  const { taskCount, sourceCount, resourceCount, yearCount } = size;
  return {
    status: new Uint8Array(taskCount),
    delayYears: new Int32Array(taskCount),
    fundedRatio: new Float64Array(taskCount),
    fundedWon: new Float64Array(taskCount),
    shortYear: new Int32Array(taskCount),
    shortSource: new Int32Array(taskCount),
    shortWon: new Float64Array(taskCount),
    shortResource: new Int32Array(taskCount),
    shortAmount: new Float64Array(taskCount),
    blockedBy: new Int32Array(taskCount),
    leftWon: new Float64Array(sourceCount * yearCount),
    leftCapacity: new Float64Array(resourceCount * yearCount),
  };
}

/** Puts a result back to where no task has had its turn. */
export function resetWaterfallResult(
  result: WaterfallResult,
  availableWon: Float64Array,
  availableCapacity: Float64Array,
): void {
  result.status.fill(FUNDED);
  result.delayYears.fill(0);
  result.fundedRatio.fill(0);
  result.fundedWon.fill(0);
  result.shortYear.fill(-1);
  result.shortSource.fill(-1);
  result.shortWon.fill(0);
  result.shortResource.fill(-1);
  result.shortAmount.fill(0);
  result.blockedBy.fill(-1);
  result.leftWon.set(availableWon);
  result.leftCapacity.set(availableCapacity);
}
