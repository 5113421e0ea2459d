import type { ChangeLabel } from "./change-label";
import type { HybridTime } from "./hybrid-clock";
import type { LogActor, LogChange } from "./plan-log";
import { LogPerson } from "./plan-log";

/** Where a label's JSON says what the author of the change calls themselves from then on. */
const AUTHOR_NAME = "authorName";

/** A label as it is kept in the log; with the author's name where the log does not have it yet. */
export function encodeLabel(label: ChangeLabel, authorName: string | null): string {
  return JSON.stringify(authorName === null ? label : { ...label, [AUTHOR_NAME]: authorName });
}

/** The name that the author of a change says with it; null where it says none, or nothing that can be a name. */
export function readAuthorName(label: string): string | null {
  // Hardly any label has one; most need not be parsed.
  if (!label.includes(`"${AUTHOR_NAME}"`)) return null;
  try {
    const value: unknown = JSON.parse(label);
    const said = (value as Readonly<Record<string, unknown>> | null)?.[AUTHOR_NAME];
    const parsed = LogPerson.shape.displayName.safeParse(said);
    return parsed.success && !parsed.data.includes("\u0000") ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * What people call themselves by what their own changes say: the name that was
 * said with the latest change (hybrid time, then id) counts. It depends on the set
 * of changes only, so that every copy that holds them agrees.
 */
export class SaidNames {
  readonly #said = new Map<string, { readonly order: string; readonly name: string }>();

  /** Takes notice of a change. True when its author goes by another name from then on. */
  note(change: Pick<LogChange, "id" | "hlc" | "label">, actor: LogActor | undefined): boolean {
    const name = readAuthorName(change.label);
    if (name === null || actor === undefined) return false;
    const order = orderOf(change);
    const known = this.#said.get(actor.personId);
    if (known !== undefined && known.order >= order) return false;
    this.#said.set(actor.personId, { order, name });
    return known?.name !== name;
  }

  /** The name of a person; undefined for one who never said it in a change. */
  of(personId: string): string | undefined {
    return this.#said.get(personId)?.name;
  }
}

const orderOf = ({ hlc, id }: { readonly hlc: HybridTime; readonly id: string }) => `${hlc} ${id}`;

/** People under the names that their own changes say; the others stay as they are called. */
export function nameAsSaid<K>(
  people: ReadonlyMap<K, LogPerson>,
  actors: ReadonlyMap<string, LogActor>,
  changes: readonly LogChange[],
): Map<K, LogPerson> {
  const said = new SaidNames();
  for (const change of changes) said.note(change, actors.get(change.actorId));
  return new Map(
    [...people].map(([key, { id, displayName }]) => [key, { id, displayName: said.of(id) ?? displayName }]),
  );
}
