import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SettledCell } from "../../../core/plan/command";
import type { OtherFile } from "../../session/session-view";
import { useOpenDocument, useSessionActions } from "../../session/use-plan-session";
import classes from "./merge-screen.module.css";
import type { TakenNote } from "./merge-taken";

interface MergeActionsProps {
  readonly other: OtherFile;
  readonly settled: readonly SettledCell[];
  /** Conflicts that are not decided. */
  readonly leftOpen: number;
  readonly onTaken: (note: TakenNote) => void;
}

/** Takes the merged plan over, or writes it into a new file. */
export function MergeActions({ other, settled, leftOpen, onTaken }: MergeActionsProps) {
  const { t } = useTranslation();
  const actions = useSessionActions();
  const { isReadOnly } = useOpenDocument();
  const [isBusy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const taken = await actions.takeMerged(settled);
    setBusy(false);
    if (taken !== null)
      onTaken({ type: "taken", name: other.name, added: taken.added, before: taken.versionBefore });
  };
  const saveNew = async () => {
    setBusy(true);
    const isSaved = await actions.saveMerged(settled);
    setBusy(false);
    if (isSaved) onTaken({ type: "saved" });
  };
  return (
    <div className={classes.actionBar}>
      <span className={classes.dim}>
        {leftOpen > 0 && (
          <strong className={classes.warn}>{t("merge.leftOpen", { count: leftOpen })} </strong>
        )}
        {t(isReadOnly ? "merge.readOnly" : "merge.takeHint")}
      </span>
      <Button disabled={isBusy} onClick={() => void saveNew()}>
        {t("merge.saveNew")}
      </Button>
      {!isReadOnly && (
        <Button variant="filled" disabled={isBusy} onClick={() => void take()}>
          {t("merge.take")}
        </Button>
      )}
    </div>
  );
}
