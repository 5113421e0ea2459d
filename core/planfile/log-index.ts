import { SaidNames } from "./author-name";
import type { OpRef } from "./cell-heads";
import { unpackOpRef } from "./cell-heads";
import type { HybridTime } from "./hybrid-clock";
import type { LogActor, LogChange, LogOp, LogPerson } from "./plan-log";

/** What reading a history needs of a log. */
export interface ChangeReader {
  /** A change by its number, counted from 1. */
  changeAt(changeNumber: number): LogChange | undefined;
  /** The number of the change with this id; undefined when the log does not hold it. */
  numberOf(changeId: string): number | undefined;
  /** The op at a place of this log. */
  opAt(ref: OpRef): LogOp | undefined;
}

/** A log in memory that is appended to: its changes by number and id, its people and actors by id. */
export class LogIndex implements ChangeReader {
  readonly #changes: LogChange[] = [];
  readonly #numberOfChange = new Map<string, number>();
  readonly #actors = new Map<string, LogActor>();
  readonly #people = new Map<string, LogPerson>();
  readonly #nextSeq = new Map<string, number>();
  readonly #saidNames = new SaidNames();
  #latestTime: HybridTime | null = null;

  get changes(): readonly LogChange[] {
    return this.#changes;
  }

  get people(): readonly LogPerson[] {
    return [...this.#people.values()];
  }

  get actors(): readonly LogActor[] {
    return [...this.#actors.values()];
  }

  /** The time of the latest change; null while there is none. */
  get latestTime(): HybridTime | null {
    return this.#latestTime;
  }

  addPerson(person: LogPerson): void {
    if (!this.#people.has(person.id)) this.#people.set(person.id, person);
  }

  /** Undefined for a person whom the log does not know. */
  findPerson(personId: string): LogPerson | undefined {
    return this.#people.get(personId);
  }

  /** The name that a person said with their changes; undefined where they said none. */
  saidNameOf(personId: string): string | undefined {
    return this.#saidNames.of(personId);
  }

  addActor(actor: LogActor): void {
    if (!this.#actors.has(actor.id)) this.#actors.set(actor.id, actor);
  }

  /** Appends a change and returns its number. */
  append(change: LogChange): number {
    const changeNumber = this.#changes.push(change);
    this.#numberOfChange.set(change.id, changeNumber);
    this.#nextSeq.set(change.actorId, change.seq + 1);
    if (this.#latestTime === null || change.hlc > this.#latestTime) this.#latestTime = change.hlc;
    const actor = this.#actors.get(change.actorId);
    if (this.#saidNames.note(change, actor) && actor !== undefined) {
      const displayName = this.#saidNames.of(actor.personId) ?? "";
      this.#people.set(actor.personId, { id: actor.personId, displayName });
    }
    return changeNumber;
  }

  hasActor(actorId: string): boolean {
    return this.#actors.has(actorId);
  }

  /** The sequence number of an actor's next change. */
  nextSeqOf(actorId: string): number {
    return this.#nextSeq.get(actorId) ?? 1;
  }

  changeAt(changeNumber: number): LogChange | undefined {
    return this.#changes[changeNumber - 1];
  }

  numberOf(changeId: string): number | undefined {
    return this.#numberOfChange.get(changeId);
  }

  opAt(ref: OpRef): LogOp | undefined {
    const [changeNumber, index] = unpackOpRef(ref);
    return this.#changes[changeNumber - 1]?.ops[index];
  }

  /** The person who made a change. */
  personOf(change: LogChange): LogPerson | undefined {
    const actor = this.#actors.get(change.actorId);
    return actor === undefined ? undefined : this.#people.get(actor.personId);
  }
}

/** Of several ops that nobody replaced the one of the latest change (hybrid time, then id) is shown. */
export function orderInTime(ref: OpRef, log: ChangeReader): string {
  const change = log.changeAt(unpackOpRef(ref)[0]);
  return change === undefined ? "" : `${change.hlc} ${change.id}`;
}

/** The op of the latest change; of one change its last op. Undefined for no ops. */
export function findLatest(refs: readonly OpRef[], log: ChangeReader): OpRef | undefined {
  let latest: { readonly ref: OpRef; readonly order: string } | undefined;
  for (const ref of refs) {
    const order = orderInTime(ref, log);
    if (latest === undefined || order > latest.order || (order === latest.order && ref > latest.ref))
      latest = { ref, order };
  }
  return latest?.ref;
}
