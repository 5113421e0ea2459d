import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ChangeDetail, MAX_SHOWN_CELLS, type VersionPoint } from "../../engine/history-api";
import { namePerson } from "../../session/cell-text";
import { useChangeText } from "../../session/change-text";
import { useChange } from "../../session/history-queries";
import { useMoment } from "../../session/use-moment";
import { usePerson } from "../../session/use-person";
import { useOpenDocument, useSessionActions } from "../../session/use-plan-session";
import { Panel } from "../../ui/panel";
import { CellChanges } from "./cell-changes";
import { groupCells } from "./group-cells";
import type { ComparedPoint } from "./history-screen";
import classes from "./history-screen.module.css";
import { NameDialog } from "./name-dialog";
import { TakeBackQuestion } from "./take-back-question";
import type { HistoryEdits } from "./use-history-edits";

interface ChangePanelProps {
  /** Null while none is chosen. */
  readonly changeId: string | null;
  readonly edits: HistoryEdits;
  readonly onCompare: (compared: ComparedPoint) => void;
}

/** One change: what it set, and the ways back. */
export function ChangePanel({ changeId, edits, onCompare }: ChangePanelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t("history.detailTitle")}>
      {changeId === null ? (
        <p className={classes.empty}>{t("history.choose")}</p>
      ) : (
        <Chosen key={changeId} changeId={changeId} edits={edits} onCompare={onCompare} />
      )}
    </Panel>
  );
}

function Chosen({ changeId, edits, onCompare }: ChangePanelProps & { readonly changeId: string }) {
  const { t } = useTranslation();
  const { data: detail } = useChange(changeId);
  const rows = groupCells(detail?.cells ?? []);
  if (detail === undefined || detail === null) return null;
  return (
    <>
      <Head detail={detail} />
      <WaysBack detail={detail} edits={edits} onCompare={onCompare} />
      {rows.length === 0 ? (
        <p className={classes.dim}>{t("history.noCells")}</p>
      ) : (
        <CellChanges
          rows={rows}
          heads={{ from: t("history.before"), to: t("history.after") }}
          caption={t("history.detailTitle")}
        />
      )}
      {detail.line.cells > MAX_SHOWN_CELLS && (
        <p className={classes.dim}>{t("history.moreCells", { count: MAX_SHOWN_CELLS })}</p>
      )}
    </>
  );
}

function Head({ detail: { line } }: { readonly detail: ChangeDetail }) {
  const { t } = useTranslation();
  const sayChange = useChangeText();
  const moment = useMoment();
  const { data: person } = usePerson();
  return (
    <div className={classes.head}>
      <strong>{sayChange(line.label)}</strong>
      <div className={classes.dim}>
        {namePerson(line, person?.personId ?? null, t)}, {moment.full(line.atMs)}
      </div>
    </div>
  );
}

interface WaysBackProps {
  readonly detail: ChangeDetail;
  readonly edits: HistoryEdits;
  readonly onCompare: (compared: ComparedPoint) => void;
}

function WaysBack({ detail: { line }, edits, onCompare }: WaysBackProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { isReadOnly } = useOpenDocument();
  const moment = useMoment();
  const [supersededCells, setSupersededCells] = useState<number | null>(null);
  const [isNaming, setNaming] = useState(false);
  const point: VersionPoint = { type: "after-change", changeId: line.changeId };
  const takeBack = async (isForced: boolean) => {
    setSupersededCells(null);
    const result = await actions.revert(line.changeId, isForced);
    if (!result.ok && result.error.type === "undo-superseded") setSupersededCells(result.error.cells.length);
    else await edits.run(Promise.resolve(result), t("history.takenBack"));
  };
  return (
    <div className={classes.buttons}>
      {!isReadOnly && line.canTakeBack && (
        <Button onClick={() => void takeBack(false)}>{t("history.takeBack")}</Button>
      )}
      <Button
        onClick={() =>
          onCompare({ point, title: t("history.differencesMoment", { at: moment.full(line.atMs) }) })
        }
      >
        {t("history.compareNow")}
      </Button>
      {!isReadOnly && (
        <>
          <Button onClick={() => setNaming(true)}>{t("history.nameThis")}</Button>
          <Button onClick={() => void edits.run(actions.restore(point), t("history.setBackDone"))}>
            {t("history.setBack")}
          </Button>
        </>
      )}
      {supersededCells !== null && (
        <TakeBackQuestion
          cells={supersededCells}
          onYes={() => void takeBack(true)}
          onNo={() => setSupersededCells(null)}
        />
      )}
      {isNaming && (
        <NameDialog
          title={t("history.nameTitle")}
          initial=""
          onName={(title) => void edits.run(actions.nameVersion(title, point))}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  );
}
