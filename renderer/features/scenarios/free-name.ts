/** The name, with a number behind it while it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  let candidate = name;
  for (let number = 2; taken.includes(candidate); number += 1) candidate = `${name} (${number})`;
  return candidate;
}
