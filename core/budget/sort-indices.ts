/**
 * Puts indices in the order of their values, lowest first and equal ones by index.
 * Where they are in order already nothing is done: what follows from the same
 * shares keeps its order from one amount of money to the next.
 */
export function sortIndices(indices: Int32Array, values: ArrayLike<number>): void {
  const compare = (a: number, b: number) => (values[a] ?? 0) - (values[b] ?? 0) || a - b;
  for (let place = 1; place < indices.length; place += 1)
    if (compare(indices[place - 1] ?? 0, indices[place] ?? 0) > 0) {
      indices.sort(compare);
      return;
    }
}

/** 0 up to, but not including, `count`. */
export const listIndices = (count: number): Int32Array =>
  Int32Array.from({ length: count }, (_, index) => index);
