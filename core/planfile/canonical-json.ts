import type { CellJson } from "./plan-log";

/** JSON that is the same text for the same value: members of objects in the order of their names. */
export function canonicalJson(value: CellJson): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(",")}}`;
}

/** Whether two cells hold the same; quick for the scalars that nearly all cells hold. */
export const isSameValue = (a: CellJson, b: CellJson): boolean =>
  a === b ||
  (typeof a === "object" &&
    typeof b === "object" &&
    a !== null &&
    b !== null &&
    canonicalJson(a) === canonicalJson(b));
