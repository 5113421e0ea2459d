import type { LongKind } from "./compute-job";

/** Items of the first part and of the largest, by kind: the first figures come at once, and no part keeps others waiting for long. */
const PART_SIZES: Readonly<Record<LongKind, readonly [first: number, largest: number]>> = {
  draws: [128, 512],
  sweep: [16, 128],
  sensitivity: [16, 256],
};

/** Parts of items that are simulated each hold about as many draws as a part of a simulation, but at least one item. */
const sizeByDraws = (drawsPerItem: number): readonly [number, number] => {
  const [first, largest] = PART_SIZES.draws;
  return [Math.max(1, Math.floor(first / drawsPerItem)), Math.max(1, Math.floor(largest / drawsPerItem))];
};

/**
 * Cuts `size` items into parts that begin small, one for each worker, and double
 * until the largest. What comes out of the work does not depend on the cuts.
 */
export function cutWork(
  kind: LongKind,
  size: number,
  workerCount: number,
  drawsPerItem = 0,
): readonly (readonly [from: number, to: number])[] {
  const [first, largest] = drawsPerItem > 0 ? sizeByDraws(drawsPerItem) : PART_SIZES[kind];
  const cuts: (readonly [number, number])[] = [];
  let step = first;
  for (let from = 0; from < size; ) {
    const to = Math.min(size, from + step);
    cuts.push([from, to]);
    from = to;
    if (cuts.length % workerCount === 0) step = Math.min(largest, step * 2);
  }
  return cuts;
}
