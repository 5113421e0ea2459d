import type { TaskGridEntry } from "./task-grid-rows";

const rank = { area: 0, task: 1, line: 2, "add-line": 3, source: 4 } as const;

/**
 * Sorts tasks within their area by a value of theirs, whatever the direction:
 * areas stay in the order of the plan, each above its tasks, each task above
 * its lines. Returns what ag-grid's `comparator` must, which it turns round
 * when the direction is descending.
 */
export function compareGridRows(
  a: TaskGridEntry,
  b: TaskGridEntry,
  isDescending: boolean,
  readValue: (row: TaskGridEntry) => string | number,
): number {
  if (a.kind === "source" || b.kind === "source") return 0;
  const fixed = (order: number) => (isDescending ? -order : order);
  if (a.areaIndex !== b.areaIndex) return fixed(a.areaIndex - b.areaIndex);
  if (a.kind === "area" || b.kind === "area") return fixed(rank[a.kind] - rank[b.kind]);
  if (a.task.id === b.task.id) return fixed(rank[a.kind] - rank[b.kind]);
  const [first, second] = [readValue(a), readValue(b)];
  const order =
    typeof first === "number" && typeof second === "number"
      ? first - second
      : String(first).localeCompare(String(second));
  return order !== 0 ? order : fixed(a.task.position < b.task.position ? -1 : 1);
}
