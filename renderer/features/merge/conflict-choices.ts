import type { SettledCell } from "../../../core/plan/command";
import type { CellJson } from "../../../core/planfile/plan-log";
import type { ShownValue } from "../../engine/history-api";
import type { ConflictSide, ConflictView } from "../../engine/merge-api";

/** One way to settle a conflict; its place in the list is its key on the keyboard. */
export interface ConflictChoice {
  /** Whose value it is; `before`: what the cell held before they parted. */
  readonly source: ConflictSide | "before";
  readonly shown: ShownValue;
  /** Null for the value before. */
  readonly said: { readonly personId: string; readonly personName: string; readonly atMs: number } | null;
}

/** What was decided, by conflict. */
export type Choices = ReadonlyMap<string, CellJson>;

export const conflictKey = ({
  entity,
  rowId,
  field,
}: Pick<ConflictView, "entity" | "rowId" | "field">): string => `${entity}\n${rowId}\n${field}`;

/** Everything that a conflict can be settled with: each value once, ours first, the value before last. */
export function listConflictChoices({ options, before }: ConflictView): readonly ConflictChoice[] {
  const choices = options.map(
    ({ shown, side, personId, personName, atMs }): ConflictChoice => ({
      source: side,
      shown,
      said: { personId, personName, atMs },
    }),
  );
  const isNamed = options.some(({ shown }) => isSame(shown.value, before.value));
  // A row that was not there before cannot be put back to that.
  return isNamed || before.value === null
    ? choices
    : [...choices, { source: "before", shown: before, said: null }];
}

/** Which choice is made, by its place; -1 while none is. */
export function chosenPlace(conflict: ConflictView, choices: Choices): number {
  const value = choices.get(conflictKey(conflict));
  if (value === undefined) return -1;
  return listConflictChoices(conflict).findIndex(({ shown }) => isSame(shown.value, value));
}

/** Decides a conflict by the place of a choice; what is no place changes nothing. */
export function choosePlace(choices: Choices, conflict: ConflictView, place: number): Choices {
  const choice = listConflictChoices(conflict)[place];
  if (choice === undefined) return choices;
  return new Map(choices).set(conflictKey(conflict), choice.shown.value);
}

/** Decides all conflicts for one side, also those that were decided; where that side has no value, nothing changes. */
export function chooseSide(
  choices: Choices,
  conflicts: readonly ConflictView[],
  side: "ours" | "theirs",
): Choices {
  const next = new Map(choices);
  for (const conflict of conflicts) {
    const option = conflict.options.find((candidate) => candidate.side === side);
    if (option !== undefined) next.set(conflictKey(conflict), option.shown.value);
  }
  return next;
}

/** The next conflict after a place that is not decided, from the start again; the place itself when all are. */
export function nextUndecided(conflicts: readonly ConflictView[], choices: Choices, place: number): number {
  for (let step = 1; step <= conflicts.length; step += 1) {
    const candidate = (place + step) % conflicts.length;
    const conflict = conflicts[candidate];
    if (conflict !== undefined && !choices.has(conflictKey(conflict))) return candidate;
  }
  return place;
}

/** What was decided, as cells; decisions about what is no longer in conflict are left out. */
export const listSettled = (conflicts: readonly ConflictView[], choices: Choices): readonly SettledCell[] =>
  conflicts.flatMap((conflict) => {
    const value = choices.get(conflictKey(conflict));
    if (value === undefined) return [];
    const { entity, rowId, field } = conflict;
    return [{ entity, rowId, field, value }];
  });

const isSame = (a: CellJson, b: CellJson): boolean => JSON.stringify(a) === JSON.stringify(b);
