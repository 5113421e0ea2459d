/** Adds up what the cells of a selection contribute; null where none of them is a number that can be added. */
export function sumAddends(addends: Iterable<number | null>): number | null {
  let sum: number | null = null;
  for (const addend of addends) if (addend !== null) sum = (sum ?? 0) + addend;
  return sum;
}
