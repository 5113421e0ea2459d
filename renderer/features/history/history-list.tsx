import { Button, UnstyledButton } from "@mantine/core";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { HistoryLine } from "../../engine/history-api";
import { useChangeText } from "../../session/change-text";
import { PersonName } from "../../session/person-name";
import { useMoment } from "../../session/use-moment";
import { Panel } from "../../ui/panel";
import classes from "./history-screen.module.css";
import { listDays } from "./list-days";
import { useLeverNames } from "./use-lever-names";

/** A plan can have tens of thousands of changes; nobody looks through more than this without a search. */
const LINES_AT_ONCE = 150;

interface HistoryListProps {
  readonly lines: readonly HistoryLine[];
  /** How many there are without search. */
  readonly total: number;
  readonly chosenId: string | null;
  readonly onChoose: (changeId: string) => void;
}

/** Changes by day, the latest first. */
export function HistoryList({ lines, total, chosenId, onChoose }: HistoryListProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const [shown, setShown] = useState(LINES_AT_ONCE);
  const days = useMemo(() => listDays(lines.slice(0, shown)), [lines, shown]);
  const counted =
    lines.length === total
      ? t("history.count", { count: total })
      : t("history.countOf", { shown: lines.length, count: total });
  return (
    <Panel title={t("history.listTitle")} subtitle={counted} className={classes.list}>
      {lines.length === 0 && <p className={classes.empty}>{t("history.nothingFits")}</p>}
      {days.map((day) => (
        <section key={`${day.startMs} ${day.lines[0]?.changeId ?? ""}`}>
          <h3 className={classes.day}>{moment.day(day.startMs)}</h3>
          <ul className={classes.lines}>
            {day.lines.map((line) => (
              <li key={line.changeId}>
                <Line line={line} isChosen={line.changeId === chosenId} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {lines.length > shown && (
        <Button variant="subtle" onClick={() => setShown(shown + LINES_AT_ONCE)}>
          {t("history.showMore", { count: Math.min(LINES_AT_ONCE, lines.length - shown) })}
        </Button>
      )}
    </Panel>
  );
}

interface LineProps {
  readonly line: HistoryLine;
  readonly isChosen: boolean;
  readonly onChoose: (changeId: string) => void;
}

const Line = memo(function Line({ line, isChosen, onChoose }: LineProps) {
  const { t } = useTranslation();
  const sayChange = useChangeText();
  const sayName = useLeverNames();
  const moment = useMoment();
  const label = sayChange(line.label);
  // A task's name may begin with its code, which the label leaves out.
  const names = line.rowNames.filter((name) => !label.includes(name.replace(/^\S+ (?=\S)/, ""))).map(sayName);
  const more = line.rows - line.rowNames.length;
  return (
    <UnstyledButton className={classes.line} aria-current={isChosen} onClick={() => onChoose(line.changeId)}>
      <span className={classes.time}>{moment.time(line.atMs)}</span>
      <span>
        <span className={classes.label}>{label}</span>
        {names.length > 0 && (
          <span className={classes.what} title={names.join(", ")}>
            {names.join(", ")}
            {more > 0 && ` ${t("history.andMore", { count: more })}`}
          </span>
        )}
      </span>
      <span className={classes.who}>
        <PersonName personId={line.personId} personName={line.personName} />
      </span>
    </UnstyledButton>
  );
});
