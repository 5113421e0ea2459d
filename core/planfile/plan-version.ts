import type { LogChange } from "./plan-log";

/**
 * A state of a plan: for each actor how many of their changes are in it. Since
 * an actor's changes follow each other, this names a set of changes that means
 * the same in every copy of the plan; change numbers do not, since merging
 * sorts the changes of both files into one order.
 */
export type PlanVersion = ReadonlyMap<string, number>;

/** The version that holds exactly these changes, which must be all of a log or its beginning. */
export function versionOf(changes: readonly LogChange[]): PlanVersion {
  const version = new Map<string, number>();
  for (const { actorId, seq } of changes) version.set(actorId, Math.max(seq, version.get(actorId) ?? 0));
  return version;
}

/** A version as text for a cell: `<actor id>:<number of changes>` and a space between, in the order of ids. */
export const formatVersion = (version: PlanVersion): string =>
  [...version]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([actorId, seq]) => `${actorId.replaceAll("-", "")}:${seq}`)
    .join(" ");

const ENTRY = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12}):([1-9]\d{0,8})$/;

/** Reads a version back; null when the text is none. */
export function parseVersion(text: string): PlanVersion | null {
  const version = new Map<string, number>();
  for (const entry of text === "" ? [] : text.split(" ")) {
    const parts = ENTRY.exec(entry);
    if (parts === null) return null;
    version.set(parts.slice(1, 6).join("-"), Number(parts[6]));
  }
  return version;
}

/** Whether a log has every change of a version; a file that was not merged yet may lack some. */
export function isWholeVersion(changes: readonly LogChange[], version: PlanVersion): boolean {
  const known = versionOf(changes);
  return [...version].every(([actorId, seq]) => (known.get(actorId) ?? 0) >= seq);
}

/**
 * The changes of a version in the order of the log, numbered anew. A change whose
 * predecessors are not in the version is left out with all that follows from it.
 */
export function selectVersion(changes: readonly LogChange[], version: PlanVersion): readonly LogChange[] {
  const numbers = new Map<number, number>();
  const selected: LogChange[] = [];
  for (const [index, change] of changes.entries()) {
    const isWanted = change.seq <= (version.get(change.actorId) ?? 0);
    const own = index + 1;
    const numberOf = (n: number) => (n === own ? selected.length + 1 : numbers.get(n));
    const isWhole = change.ops.every((op) => op.predecessors.every(([n]) => numberOf(n) !== undefined));
    if (!isWanted || !isWhole) continue;
    selected.push(renumberChange(change, numberOf));
    numbers.set(own, selected.length);
  }
  return selected;
}

/** A change whose predecessors are numbered as in another log; shares what stays the same. */
export function renumberChange(
  change: LogChange,
  numberOf: (changeNumber: number) => number | undefined,
): LogChange {
  let isSame = true;
  const ops = change.ops.map((op) => {
    if (op.predecessors.every(([n]) => numberOf(n) === n)) return op;
    isSame = false;
    const predecessors = op.predecessors.map(([n, i]): [number, number] => {
      const renumbered = numberOf(n);
      if (renumbered === undefined) throw new Error(`renumberChange: predecessor ${n} is missing`);
      return [renumbered, i];
    });
    return { ...op, predecessors: predecessors.sort(([n, i], [m, j]) => n - m || i - j) };
  });
  return isSame ? change : { ...change, ops };
}
