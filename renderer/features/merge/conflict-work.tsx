import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConflictView } from "../../engine/merge-api";
import { ConflictCard } from "./conflict-card";
import { type Choices, choosePlace, conflictKey, nextUndecided } from "./conflict-choices";
import { ConflictList } from "./conflict-list";
import classes from "./merge-screen.module.css";

interface ConflictWorkProps {
  readonly conflicts: readonly ConflictView[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  /** Decides all of them for one side; absent where there are no sides. */
  readonly onAll?: (side: "ours" | "theirs") => void;
}

/** Conflicts one by one: a list to go through, the values of the current one, and digits to choose. */
export function ConflictWork({ conflicts, choices, onChoose, onAll }: ConflictWorkProps) {
  const { t } = useTranslation();
  const [wanted, setPlace] = useState(0);
  const place = Math.min(wanted, conflicts.length - 1);
  const listRef = useRef<HTMLDivElement>(null);
  useEffect(() => listRef.current?.focus({ preventScroll: true }), []);
  const conflict = conflicts[place];
  if (conflict === undefined) return null;
  const choose = (choicePlace: number) => {
    const next = choosePlace(choices, conflict, choicePlace);
    if (next === choices) return;
    onChoose(next);
    setPlace(nextUndecided(conflicts, next, place));
  };
  const decideLater = () => {
    const next = new Map(choices);
    next.delete(conflictKey(conflict));
    onChoose(next);
  };
  const move = (step: number) => setPlace(Math.max(0, Math.min(conflicts.length - 1, place + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -conflicts.length,
      End: conflicts.length,
    };
    const step = steps[event.key];
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : null;
    if (step === undefined && digit === null) return;
    event.preventDefault();
    if (step !== undefined) move(step);
    else if (digit !== null) choose(digit - 1);
  };
  return (
    <div className={classes.conflicts}>
      <div className={classes.conflictSide}>
        <ConflictList
          listRef={listRef}
          conflicts={conflicts}
          choices={choices}
          place={place}
          onPlace={setPlace}
          onKeyDown={onKeyDown}
        />
        <div className={classes.bulk}>
          {onAll !== undefined && (
            <>
              <Button size="compact-sm" onClick={() => onAll("ours")}>
                {t("merge.allOurs")}
              </Button>
              <Button size="compact-sm" onClick={() => onAll("theirs")}>
                {t("merge.allTheirs")}
              </Button>
            </>
          )}
          <span className={classes.dim}>{t("merge.keysHint")}</span>
        </div>
      </div>
      <ConflictCard
        conflict={conflict}
        title={t("merge.conflictOf", { place: place + 1, count: conflicts.length })}
        choices={choices}
        onChoose={choose}
        onLater={decideLater}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
