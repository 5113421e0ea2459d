import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MergePreview } from "../../engine/merge-api";
import { describeFailure } from "../../session/error-text";
import { useMergePreview } from "../../session/history-queries";
import type { OtherFile } from "../../session/session-view";
import { useMoment } from "../../session/use-moment";
import { useSessionActions } from "../../session/use-plan-session";
import { Panel } from "../../ui/panel";
import { useIsLong } from "../../ui/waiting-line";
import { CellChanges } from "../history/cell-changes";
import { listChangedRows } from "../history/list-changed-rows";
import { chooseSide, listSettled } from "./conflict-choices";
import { ConflictWork } from "./conflict-work";
import { MergeActions } from "./merge-actions";
import classes from "./merge-screen.module.css";
import type { TakenNote } from "./merge-taken";
import { MergedProblemsPanel } from "./merged-problems-panel";
import { SidePanel } from "./side-panel";
import { useChoices } from "./use-choices";

interface MergeWorkProps {
  readonly other: OtherFile;
  readonly onTaken: (note: TakenNote) => void;
}

/** A copy of the plan: who did what, what contradicts, what comes of it. */
export function MergeWork({ other, onTaken }: MergeWorkProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { data: result } = useMergePreview(other);
  const isLong = useIsLong(result === undefined);
  if (result === undefined)
    return (
      isLong && (
        <p role="status">
          {t("merge.working")}{" "}
          <Button size="compact-xs" variant="subtle" onClick={() => void actions.dropOther()}>
            {t("common.cancel")}
          </Button>
        </p>
      )
    );
  if (!result.ok)
    return (
      <p role="alert" className={classes.note}>
        {describeFailure(t, { group: "merge", error: result.error }, other.name)}
      </p>
    );
  return <Preview other={other} preview={result.value} onTaken={onTaken} />;
}

function Preview({ other, preview, onTaken }: MergeWorkProps & { readonly preview: MergePreview }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const [choices, setChoices] = useChoices(String(other.heldId));
  const { conflicts, ours, theirs, partedAtMs } = preview;
  const settled = useMemo(() => listSettled(conflicts, choices), [conflicts, choices]);
  const parted =
    partedAtMs === null ? t("merge.neverSame") : t("merge.parted", { at: moment.full(partedAtMs) });
  if (theirs.lines.length === 0) {
    const ahead = ours.lines.length;
    return (
      <p className={classes.note} role="status">
        {ahead === 0
          ? t("merge.samePlan", { name: other.name })
          : t("merge.aheadOnly", { count: ahead, name: other.name })}
      </p>
    );
  }
  return (
    <>
      <p className={classes.intro}>{parted}</p>
      <div className={classes.sides}>
        <SidePanel title={t("merge.oursTitle")} side={ours} />
        <SidePanel title={t("merge.theirsTitle", { name: other.name })} side={theirs} />
      </div>
      <Panel
        title={t("merge.conflictsTitle")}
        subtitle={
          conflicts.length === 0
            ? ""
            : t("merge.conflictsState", { done: settled.length, count: conflicts.length })
        }
      >
        {conflicts.length === 0 ? (
          <p className={classes.dim}>{t("merge.noConflicts")}</p>
        ) : (
          <ConflictWork
            conflicts={conflicts}
            choices={choices}
            onChoose={setChoices}
            onAll={(side) => setChoices(chooseSide(choices, conflicts, side))}
          />
        )}
      </Panel>
      <AutomaticPanel preview={preview} />
      <MergedProblemsPanel other={other} settled={settled} />
      <MergeActions
        other={other}
        settled={settled}
        leftOpen={conflicts.length - settled.length}
        onTaken={onTaken}
      />
    </>
  );
}

/** What changes in our plan without a question. */
function AutomaticPanel({ preview }: { readonly preview: MergePreview }) {
  const { t } = useTranslation();
  const rows = useMemo(() => listChangedRows(preview.automatic), [preview.automatic]);
  const subtitle = rows.length === 0 ? "" : t("merge.auto", { count: rows.length });
  return (
    <Panel title={t("merge.autoTitle")} subtitle={subtitle}>
      {rows.length === 0 ? (
        <p className={classes.dim}>{t("merge.autoNone")}</p>
      ) : (
        <CellChanges
          rows={rows}
          heads={{ from: t("history.now"), to: t("history.after") }}
          caption={t("merge.autoTitle")}
        />
      )}
      {preview.agreedCells > 0 && (
        <p className={classes.dim}>{t("merge.agreed", { count: preview.agreedCells })}</p>
      )}
    </Panel>
  );
}
