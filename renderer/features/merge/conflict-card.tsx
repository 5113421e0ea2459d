import { Button, UnstyledButton } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { DELETED_CELL } from "../../../core/planfile/plan-log";
import type { ConflictView } from "../../engine/merge-api";
import { describeCellValue, nameEntity, nameField, namePerson } from "../../session/cell-text";
import { useCellTelling } from "../../session/use-cell-telling";
import { useMoment } from "../../session/use-moment";
import { usePerson } from "../../session/use-person";
import { type Choices, type ConflictChoice, chosenPlace, listConflictChoices } from "./conflict-choices";
import classes from "./merge-screen.module.css";

interface ConflictCardProps {
  readonly conflict: ConflictView;
  readonly title: string;
  readonly choices: Choices;
  readonly onChoose: (place: number) => void;
  readonly onLater: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One conflict: each value with who set it and when, and the value before. */
export function ConflictCard({ conflict, title, choices, onChoose, onLater, onKeyDown }: ConflictCardProps) {
  const telling = useCellTelling();
  const { t } = telling;
  const { entity, rowName, field, provisional } = conflict;
  const chosen = chosenPlace(conflict, choices);
  return (
    <section className={classes.card} aria-label={title}>
      <p className={classes.dim}>{title}</p>
      <h3 className={classes.cardTitle}>
        <span className={classes.dim}>{nameEntity(entity, telling)}</span> {rowName} ·{" "}
        {nameField(field, telling)}
      </h3>
      {field === DELETED_CELL && <p>{t("merge.rowQuestion")}</p>}
      <div className={classes.options}>
        {listConflictChoices(conflict).map((choice, place) => (
          <Option
            key={JSON.stringify(choice.shown.value)}
            choice={choice}
            conflict={conflict}
            place={place}
            isChosen={place === chosen}
            onChoose={() => onChoose(place)}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
      {chosen === -1 ? (
        <p className={classes.dim}>
          {t("merge.shownNow", { value: describeCellValue(entity, field, provisional, telling) })}
        </p>
      ) : (
        <Button size="compact-sm" variant="subtle" onClick={onLater} onKeyDown={onKeyDown}>
          {t("merge.clear")}
        </Button>
      )}
    </section>
  );
}

interface OptionProps {
  readonly choice: ConflictChoice;
  readonly conflict: ConflictView;
  readonly place: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Option({ choice, conflict, place, isChosen, onChoose, onKeyDown }: OptionProps) {
  const telling = useCellTelling();
  const { t } = telling;
  const moment = useMoment();
  const { data: person } = usePerson();
  const { entity, field } = conflict;
  const { source, shown, said } = choice;
  const text =
    field === DELETED_CELL
      ? t(shown.value === true ? "merge.deleteRow" : "merge.keepRow")
      : describeCellValue(entity, field, shown, telling);
  const sourceText =
    source === "before" ? t("merge.beforeParting") : source === "both" ? "" : t(`merge.${source}`);
  const saidText =
    said === null
      ? ""
      : t("merge.said", {
          name: namePerson(said, person?.personId ?? null, t),
          at: moment.full(said.atMs),
        });
  return (
    <UnstyledButton
      className={classes.option}
      aria-pressed={isChosen}
      aria-keyshortcuts={String(place + 1)}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <kbd className={classes.key}>{place + 1}</kbd>
      <span className={classes.optionBody}>
        {sourceText !== "" && <span className={classes.source}>{sourceText}</span>}
        <span className={classes.value}>{text}</span>
        <span className={classes.dim}>{saidText}</span>
      </span>
    </UnstyledButton>
  );
}
