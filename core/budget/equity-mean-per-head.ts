/** Money over people, in won per head; null without people. */
export function computeMeanPerHead(
  amountsWon: readonly number[],
  populations: readonly number[],
): number | null {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const people = sum(populations);
  return people > 0 ? sum(amountsWon) / people : null;
}
