import type { LogChange } from "./plan-log";
import { renumberChange } from "./plan-version";

/** A change of some log, on its way into one order with those of another. */
export interface UnorderedChange {
  readonly change: LogChange;
  /** All changes of the log that it comes from, in that log's order: what its predecessors' numbers mean. */
  readonly origin: readonly UnorderedChange[];
}

/**
 * The changes in the one order that depends on their set only: each after its
 * predecessors and after the earlier changes of its actor, otherwise by hybrid
 * time, then id. Predecessors are numbered in the new order. In honest logs
 * that is the order of time, whatever the clocks said, since a hybrid time is
 * later than everything its author had seen.
 *
 * Throws when the changes wait for each other in a circle, which the union of
 * two logs that are in causal order cannot do.
 */
export function orderChanges(unordered: readonly UnorderedChange[]): readonly LogChange[] {
  const byTime = [...unordered].sort((a, b) => compareInTime(a.change, b.change));
  const ordered = isCausal(byTime) ? byTime : sortCausally(byTime);
  const places = new Map(ordered.map((node, index) => [node, index + 1]));
  return ordered.map((node) =>
    renumberChange(node.change, (n) => {
      const predecessor = node.origin[n - 1];
      return predecessor === undefined ? undefined : places.get(predecessor);
    }),
  );
}

const compareInTime = (a: LogChange, b: LogChange): number =>
  a.hlc !== b.hlc ? (a.hlc < b.hlc ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

function isCausal(nodes: readonly UnorderedChange[]): boolean {
  const before = new Set<UnorderedChange>();
  const lastSeq = new Map<string, number>();
  for (const node of nodes) {
    const { actorId, seq } = node.change;
    if (seq !== (lastSeq.get(actorId) ?? 0) + 1) return false;
    lastSeq.set(actorId, seq);
    before.add(node);
    for (const predecessor of predecessorsOf(node)) if (!before.has(predecessor)) return false;
  }
  return true;
}

/** The changes that the ops of a change replace; may hold the change itself. */
function predecessorsOf({ change, origin }: UnorderedChange): ReadonlySet<UnorderedChange> {
  const numbers = new Set<number>();
  for (const op of change.ops) for (const [n] of op.predecessors) numbers.add(n);
  const nodes = new Set<UnorderedChange>();
  for (const n of numbers) {
    const node = origin[n - 1];
    if (node === undefined) throw new Error(`orderChanges: predecessor ${n} is missing`);
    nodes.add(node);
  }
  return nodes;
}

/** Of the changes whose predecessors are all placed, always the first in time (`byTime` is in that order). */
function sortCausally(byTime: readonly UnorderedChange[]): readonly UnorderedChange[] {
  const rank = new Map(byTime.map((node, index) => [node, index]));
  const bySequence = new Map(byTime.map((node) => [sequenceKey(node.change, 0), node]));
  const waiting = new Map<UnorderedChange, number>();
  const followers = new Map<UnorderedChange, UnorderedChange[]>();
  for (const node of byTime) {
    const awaited = new Set(predecessorsOf(node));
    const previous = bySequence.get(sequenceKey(node.change, -1));
    if (previous !== undefined) awaited.add(previous);
    awaited.delete(node);
    waiting.set(node, awaited.size);
    for (const predecessor of awaited)
      followers.set(predecessor, [...(followers.get(predecessor) ?? []), node]);
  }
  const ready = new RankQueue();
  for (const [index, node] of byTime.entries()) if (waiting.get(node) === 0) ready.push(index);
  const ordered: UnorderedChange[] = [];
  for (let first = ready.pop(); first !== undefined; first = ready.pop()) {
    const node = byTime[first];
    if (node === undefined) break;
    ordered.push(node);
    for (const follower of followers.get(node) ?? []) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) ready.push(rank.get(follower) ?? 0);
    }
  }
  if (ordered.length !== byTime.length) throw new Error("orderChanges: changes wait for each other");
  return ordered;
}

const sequenceKey = ({ actorId, seq }: LogChange, offset: number) => `${actorId} ${seq + offset}`;

/** Numbers of which the smallest comes out first: a binary heap. */
class RankQueue {
  readonly #heap: number[] = [];

  push(rank: number): void {
    const heap = this.#heap;
    let place = heap.push(rank) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((heap[parent] ?? 0) <= rank) break;
      heap[place] = heap[parent] ?? 0;
      place = parent;
    }
    heap[place] = rank;
  }

  pop(): number | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const moved = heap.pop();
    if (first === undefined || moved === undefined || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
      if (child >= heap.length || (heap[child] ?? 0) >= moved) break;
      heap[place] = heap[child] ?? 0;
      place = child;
    }
    heap[place] = moved;
    return first;
  }
}
