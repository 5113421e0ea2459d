/** A code that no other row has: COUNCIL, COUNCIL-2, … Levers name rows by their code. */
export function freeCode(stem: string, taken: readonly string[]): string {
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
