/** More than half of `count`: ⌊count/2⌋ + 1 (과반). */
export function computeMajority(count: number): number {
  return Math.floor(count / 2) + 1;
}
