import type { OpRef } from "./cell-heads";
import { packOpRef } from "./cell-heads";
import type { ChangeReader } from "./log-index";
import type { LogOp } from "./plan-log";

/** The predecessors of an op that set this field too. */
export function parentsOf(op: LogOp, field: string, log: ChangeReader): readonly OpRef[] {
  const parents: OpRef[] = [];
  for (const [n, i] of op.predecessors) {
    const cells = log.changeAt(n)?.ops[i]?.cells;
    if (cells !== undefined && Object.hasOwn(cells, field)) parents.push(packOpRef(n, i));
  }
  return parents;
}

/** The ops of a cell's history that led to these, themselves included. */
export function ancestryOf(refs: readonly OpRef[], field: string, log: ChangeReader): ReadonlySet<OpRef> {
  const found = new Set<OpRef>(refs);
  // A set that grows while it is walked is walked to its end.
  for (const ref of found) {
    const op = log.opAt(ref);
    if (op !== undefined) for (const parent of parentsOf(op, field, log)) found.add(parent);
  }
  return found;
}

/**
 * The heads that a cell had when the op was made. The op's predecessors may hold
 * an older op of the cell as well, because that is still the head of another
 * field that the op sets.
 */
export function headsBefore(op: LogOp, field: string, log: ChangeReader): readonly OpRef[] {
  const parents = parentsOf(op, field, log);
  if (parents.length < 2) return parents;
  const older = new Set<OpRef>();
  for (const parent of parents) {
    const before = log.opAt(parent);
    if (before === undefined) continue;
    for (const ref of ancestryOf(parentsOf(before, field, log), field, log)) older.add(ref);
  }
  return parents.filter((parent) => !older.has(parent));
}
