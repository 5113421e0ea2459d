import type { Result } from "../result";
import { err, ok } from "../result";
import { nameAsSaid } from "./author-name";
import { canonicalJson, isSameValue } from "./canonical-json";
import { orderChanges, type UnorderedChange } from "./order-changes";
import type { LogActor, LogChange, LogOp, LogPerson, MergeRecord, PlanLog } from "./plan-log";

/** Why two files were not merged. Neither is changed. */
export type MergeError =
  /** Two different plans can be compared, not merged. */
  | { readonly type: "other-plan"; readonly planId: string; readonly otherPlanId: string }
  /** The same change says different things in the two files: one of them was forged or damaged. */
  | { readonly type: "change-differs"; readonly changeId: string }
  | { readonly type: "actor-differs"; readonly actorId: string }
  /** Two changes claim one place in an actor's sequence, or one is missing. */
  | { readonly type: "sequence-broken"; readonly actorId: string; readonly seq: number };

export interface MergedLogs {
  readonly log: PlanLog;
  /** Changes that only the first, and only the second, log had. */
  readonly onlyInOurs: number;
  readonly onlyInTheirs: number;
}

/**
 * The union of two histories of one plan: people, actors, changes and earlier
 * merges, with the changes in one order that depends on the set of changes
 * only. So merging is commutative, associative and idempotent, and merging with
 * an earlier copy changes nothing. Both logs must be whole, as the gate
 * (open-plan-file) hands them out. O(ops + changes · log changes).
 *
 * Errors: see MergeError.
 */
export function mergeLogs(ours: PlanLog, theirs: PlanLog): Result<MergedLogs, MergeError> {
  if (ours.planId !== theirs.planId)
    return err({ type: "other-plan", planId: ours.planId, otherPlanId: theirs.planId });
  const actors = new Map(ours.actors.map((actor) => [actor.id, actor]));
  for (const actor of theirs.actors) {
    const known = actors.get(actor.id);
    if (known !== undefined && !isSameActor(known, actor))
      return err({ type: "actor-differs", actorId: actor.id });
    actors.set(actor.id, actor);
  }
  const ourNodes = makeNodes(ours.changes);
  const nodeOfId = new Map(ourNodes.map((node) => [node.change.id, node]));
  const theirNodes: UnorderedChange[] = [];
  const added: UnorderedChange[] = [];
  for (const change of theirs.changes) {
    const twin = nodeOfId.get(change.id);
    if (twin !== undefined && !isSameChange(twin.change, ours.changes, change, theirs.changes))
      return err({ type: "change-differs", changeId: change.id });
    const node = twin ?? { change, origin: theirNodes };
    theirNodes.push(node);
    if (twin === undefined) added.push(node);
  }
  const union = [...ourNodes, ...added];
  const broken = findBrokenSequence(union);
  if (broken !== undefined) return err({ type: "sequence-broken", ...broken });
  const changes = orderChanges(union);
  return ok({
    log: {
      planId: ours.planId,
      format: Math.max(ours.format, theirs.format),
      createdAtMs: Math.min(ours.createdAtMs, theirs.createdAtMs),
      appVersion: ours.appVersion < theirs.appVersion ? ours.appVersion : theirs.appVersion,
      ...orderByAppearance(
        nameAsSaid(mergePeople(ours.people, theirs.people), actors, changes),
        actors,
        changes,
      ),
      changes: [...changes],
      merges: mergeRecords(ours.merges, theirs.merges),
    },
    onlyInOurs: union.length - theirNodes.length,
    onlyInTheirs: added.length,
  });
}

/** A log with one more entry in its list of merges. The person is added where the log does not know them yet. */
export function recordMerge(log: PlanLog, record: MergeRecord, person: LogPerson): PlanLog {
  const people = mergePeople(log.people, log.people.some(({ id }) => id === person.id) ? [] : [person]);
  const actors = new Map(log.actors.map((actor) => [actor.id, actor]));
  return {
    ...log,
    ...orderByAppearance(people, actors, log.changes),
    merges: mergeRecords(log.merges, [record]),
  };
}

function makeNodes(changes: readonly LogChange[]): readonly UnorderedChange[] {
  const nodes: UnorderedChange[] = [];
  for (const change of changes) nodes.push({ change, origin: nodes });
  return nodes;
}

const isSameActor = (a: LogActor, b: LogActor) =>
  a.personId === b.personId && a.createdAtMs === b.createdAtMs;

function isSameChange(
  a: LogChange,
  changesOfA: readonly LogChange[],
  b: LogChange,
  changesOfB: readonly LogChange[],
): boolean {
  if (a === b) return true;
  const isSameHead =
    a.actorId === b.actorId &&
    a.seq === b.seq &&
    a.hlc === b.hlc &&
    a.label === b.label &&
    a.undoes === b.undoes;
  if (!isSameHead || a.ops.length !== b.ops.length) return false;
  const isSamePlace = (n: number, m: number) => changesOfA[n - 1]?.id === changesOfB[m - 1]?.id;
  return a.ops.every((op, index) => {
    const other = b.ops[index];
    return other !== undefined && isSameOp(op, other, isSamePlace, changesOfA, changesOfB);
  });
}

function isSameOp(
  a: LogOp,
  b: LogOp,
  isSamePlace: (n: number, m: number) => boolean,
  changesOfA: readonly LogChange[],
  changesOfB: readonly LogChange[],
): boolean {
  if (a.entity !== b.entity || a.rowId !== b.rowId) return false;
  const fields = Object.keys(a.cells);
  if (fields.length !== Object.keys(b.cells).length) return false;
  for (const field of fields)
    if (!Object.hasOwn(b.cells, field) || !isSameValue(a.cells[field] ?? null, b.cells[field] ?? null))
      return false;
  if (a.predecessors.length !== b.predecessors.length) return false;
  const areInStep = a.predecessors.every(([n, i], index) => {
    const [m, j] = b.predecessors[index] ?? [0, -1];
    return i === j && isSamePlace(n, m);
  });
  if (areInStep) return true;
  // The two files may number the same changes in another order.
  const placesOf = (op: LogOp, changes: readonly LogChange[]) =>
    op.predecessors
      .map(([n, i]) => `${changes[n - 1]?.id ?? ""} ${i}`)
      .sort()
      .join();
  return placesOf(a, changesOfA) === placesOf(b, changesOfB);
}

/** The first actor whose changes are not numbered 1, 2, 3 …, each once. */
function findBrokenSequence(nodes: readonly UnorderedChange[]) {
  const seqsOf = new Map<string, number[]>();
  for (const { change } of nodes) {
    const seqs = seqsOf.get(change.actorId);
    if (seqs === undefined) seqsOf.set(change.actorId, [change.seq]);
    else seqs.push(change.seq);
  }
  for (const [actorId, seqs] of [...seqsOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const wrong = seqs.sort((a, b) => a - b).findIndex((seq, index) => seq !== index + 1);
    if (wrong !== -1) return { actorId, seq: wrong + 1 };
  }
  return undefined;
}

/**
 * The names of people whose changes say none (older files). Of two names of one person the
 * longer stays, then the later in the alphabet: so the order of merging does not matter.
 */
function mergePeople(
  ours: readonly LogPerson[],
  theirs: readonly LogPerson[],
): ReadonlyMap<string, LogPerson> {
  const people = new Map<string, LogPerson>();
  for (const person of [...ours, ...theirs]) {
    const known = people.get(person.id)?.displayName;
    const name = person.displayName;
    const isBetter =
      known === undefined || name.length > known.length || (name.length === known.length && name > known);
    if (isBetter) people.set(person.id, person);
  }
  return people;
}

/** People and actors in the order in which the changes name them, then those that made none, by id. */
function orderByAppearance(
  people: ReadonlyMap<string, LogPerson>,
  actors: ReadonlyMap<string, LogActor>,
  changes: readonly LogChange[],
): { people: LogPerson[]; actors: LogActor[] } {
  const actorIds = new Set(changes.map(({ actorId }) => actorId));
  for (const id of [...actors.keys()].sort()) actorIds.add(id);
  const orderedActors = [...actorIds].flatMap((id) => actors.get(id) ?? []);
  const personIds = new Set(orderedActors.map(({ personId }) => personId));
  for (const id of [...people.keys()].sort()) personIds.add(id);
  return { people: [...personIds].flatMap((id) => people.get(id) ?? []), actors: orderedActors };
}

/** Earlier merges of both files, each once, in the order of time. */
function mergeRecords(ours: readonly MergeRecord[], theirs: readonly MergeRecord[]): MergeRecord[] {
  const records = new Map([...ours, ...theirs].map((record) => [recordKey(record), record]));
  return [...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}

const recordKey = (record: MergeRecord) =>
  `${String(record.mergedAtMs).padStart(16, "0")} ${canonicalJson({ ...record })}`;
