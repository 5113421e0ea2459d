import { type KeyboardEvent, type RefObject, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import type { ConflictView } from "../../engine/merge-api";
import { describeCellValue, nameField } from "../../session/cell-text";
import { useCellTelling } from "../../session/use-cell-telling";
import { type Choices, chosenPlace, conflictKey, listConflictChoices } from "./conflict-choices";
import classes from "./merge-screen.module.css";

/** Conflicts are shown around the current one; a merge can leave thousands. */
const WINDOW = 100;

interface ConflictListProps {
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly conflicts: readonly ConflictView[];
  readonly choices: Choices;
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** All conflicts by row and field, with what was decided. Arrows go through it, digits choose. */
export function ConflictList({ listRef, conflicts, choices, place, onPlace, onKeyDown }: ConflictListProps) {
  const { t } = useTranslation();
  const id = useId();
  const start = Math.max(0, Math.min(place - WINDOW / 2, conflicts.length - WINDOW));
  useEffect(() => {
    document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: "nearest" });
  }, [id, place]);
  return (
    <div
      ref={listRef}
      className={classes.conflictList}
      role="listbox"
      aria-label={t("merge.list")}
      aria-activedescendant={`${id}-${place}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {conflicts.slice(start, start + WINDOW).map((conflict, index) => (
        <ConflictItem
          key={conflictKey(conflict)}
          id={`${id}-${start + index}`}
          conflict={conflict}
          choices={choices}
          isCurrent={start + index === place}
          onChoose={() => onPlace(start + index)}
        />
      ))}
    </div>
  );
}

interface ConflictItemProps {
  readonly id: string;
  readonly conflict: ConflictView;
  readonly choices: Choices;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}

function ConflictItem({ id, conflict, choices, isCurrent, onChoose }: ConflictItemProps) {
  const telling = useCellTelling();
  const { t } = telling;
  const { entity, field, rowName } = conflict;
  const chosen = listConflictChoices(conflict)[chosenPlace(conflict, choices)];
  return (
    // Keys are the list's business: it has the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={classes.conflictItem}
      onClick={onChoose}
      onKeyDown={() => {}}
    >
      <span className={classes.mark} aria-hidden>
        {chosen === undefined ? "○" : "✓"}
      </span>
      <span className={classes.conflictName}>
        {rowName}
        <span className={classes.dim}> · {nameField(field, telling)}</span>
      </span>
      <span className={classes.decided}>
        {chosen === undefined
          ? t("merge.undecided")
          : t("merge.decided", { value: describeCellValue(entity, field, chosen.shown, telling) })}
      </span>
    </div>
  );
}
