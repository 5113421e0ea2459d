import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CellHistoryLine } from "../../engine/history-api";
import { describeCellValue, nameField, namePerson } from "../../session/cell-text";
import { useChangeText } from "../../session/change-text";
import { useHistoryFilter } from "../../session/history-filter";
import { useCellHistory } from "../../session/history-queries";
import type { Selection } from "../../session/selection";
import { useCellTelling } from "../../session/use-cell-telling";
import { useMoment } from "../../session/use-moment";
import { usePerson } from "../../session/use-person";
import classes from "./inspector.module.css";

const LINES = 5;

interface InspectorHistoryProps {
  readonly selection: Selection;
  /** As people call the row. */
  readonly name: string;
}

/** What happened to the cell, or the row, the latest first. */
export function InspectorHistory({ selection, name }: InspectorHistoryProps) {
  const telling = useCellTelling();
  const { t } = telling;
  const { data: lines } = useCellHistory(selection, LINES);
  const { show } = useHistoryFilter();
  const { field } = selection;
  const what = field === null ? name : `${name} · ${nameField(field, telling)}`;
  return (
    <section className={classes.section} aria-labelledby="inspector-history">
      <h3 id="inspector-history" className={classes.heading}>
        {t("history.ofThis")}
      </h3>
      {lines?.length === 0 && <p className={classes.dim}>{t("history.ofCellEmpty")}</p>}
      {lines?.map((line) => (
        <Line key={line.changeId} line={line} field={field} />
      ))}
      {lines !== undefined && lines.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            show(selection, what);
            window.location.hash = "#/history";
          }}
        >
          {t("history.allOfThis")}
        </Button>
      )}
    </section>
  );
}

function Line({ line, field }: { readonly line: CellHistoryLine; readonly field: string | null }) {
  const { t } = useTranslation();
  const telling = useCellTelling();
  const sayChange = useChangeText();
  const moment = useMoment();
  const { data: person } = usePerson();
  const cell = field === null ? undefined : line.cells.find((candidate) => candidate.field === field);
  const say = (value: "from" | "to") =>
    cell === undefined ? "" : describeCellValue(cell.entity, cell.field, cell[value], telling);
  return (
    <div className={classes.past}>
      <span>{cell === undefined ? sayChange(line.label) : `${say("from")} → ${say("to")}`}</span>
      <span className={classes.dim}>
        {namePerson(line, person?.personId ?? null, t)}, {moment.full(line.atMs)}
      </span>
    </div>
  );
}
