import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MergeSide } from "../../engine/merge-api";
import { namePerson } from "../../session/cell-text";
import { useChangeText } from "../../session/change-text";
import { useMoment } from "../../session/use-moment";
import { usePerson } from "../../session/use-person";
import { Panel } from "../../ui/panel";
import classes from "./merge-screen.module.css";

const LINES_AT_ONCE = 6;
const MORE_AT_ONCE = 60;

interface SidePanelProps {
  readonly title: string;
  readonly side: MergeSide;
}

/** Who did what on one side since the two files were the same. */
export function SidePanel({ title, side }: SidePanelProps) {
  const { t } = useTranslation();
  const sayChange = useChangeText();
  const moment = useMoment();
  const { data: person } = usePerson();
  const ownId = person?.personId ?? null;
  const [shown, setShown] = useState(LINES_AT_ONCE);
  const left = side.lines.length - shown;
  return (
    <Panel
      title={title}
      subtitle={side.people
        .map((who) => t("merge.personChanges", { name: namePerson(who, ownId, t), count: who.changes }))
        .join(", ")}
    >
      {side.lines.length === 0 && <p className={classes.dim}>{t("merge.noChanges")}</p>}
      <ul className={classes.plain}>
        {side.lines.slice(0, shown).map((line) => (
          <li key={line.changeId} className={classes.change}>
            <span>{sayChange(line.label)}</span>
            <span className={classes.dim}>
              {side.people.length > 1 && `${namePerson(line, ownId, t)} · `}
              {moment.full(line.atMs)}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + MORE_AT_ONCE)}>
          {t("merge.more", { count: left })}
        </Button>
      )}
    </Panel>
  );
}
