/**
 * The points at which a method wants a model evaluated. Each is known by its
 * index alone, so that a shell can evaluate parts in any order, on any number of
 * workers, show progress and stop.
 */
export interface Design {
  readonly size: number;
  readonly dimensions: number;
  /** Writes point `index`, 0 ≤ index < size. */
  writePoint(index: number, out: Float64Array): void;
}

/** A model with several outputs: reads a point and writes every output. */
export type EvaluatePoint = (point: Float64Array, outputs: Float64Array) => void;

/** Outputs of the points `from` ≤ index < `to`, one row of `outputCount` numbers a point. */
export function evaluateDesign(
  design: Design,
  evaluate: EvaluatePoint,
  outputCount: number,
  from = 0,
  to = design.size,
): Float64Array {
  const point = new Float64Array(design.dimensions);
  const outputs = new Float64Array((to - from) * outputCount);
  for (let index = from; index < to; index += 1) {
    design.writePoint(index, point);
    const first = (index - from) * outputCount;
    evaluate(point, outputs.subarray(first, first + outputCount));
  }
  return outputs;
}

/** One output of all points, out of the rows of `evaluateDesign`. */
export function pickOutput(rows: Float64Array, outputCount: number, output: number): Float64Array {
  return Float64Array.from(
    { length: rows.length / outputCount },
    (_, index) => rows[index * outputCount + output] ?? Number.NaN,
  );
}
