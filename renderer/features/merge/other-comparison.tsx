import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { describeFailure } from "../../session/error-text";
import { useOtherComparison } from "../../session/history-queries";
import type { OtherFile } from "../../session/session-view";
import { Panel } from "../../ui/panel";
import { WaitingLine } from "../../ui/waiting-line";
import { CellChanges } from "../history/cell-changes";
import { listChangedRows } from "../history/list-changed-rows";
import classes from "./merge-screen.module.css";

/** The plan against the other file, cell by cell. */
export function OtherComparison({ other }: { readonly other: OtherFile }) {
  const { t } = useTranslation();
  const { data: result } = useOtherComparison(other);
  const rows = useMemo(() => (result?.ok === true ? listChangedRows(result.value) : []), [result]);
  return (
    <Panel title={t("merge.compareTitle")} subtitle={t("merge.compareSubtitle", { name: other.name })}>
      {result === undefined && <WaitingLine />}
      {result?.ok === false && (
        <p>{describeFailure(t, { group: "merge", error: result.error }, other.name)}</p>
      )}
      {result?.ok === true && rows.length === 0 && <p className={classes.dim}>{t("history.same")}</p>}
      {rows.length > 0 && (
        <CellChanges
          rows={rows}
          heads={{ from: t("merge.here"), to: t("merge.there") }}
          caption={t("merge.compareTitle")}
          marks={{ added: t("merge.onlyThere"), deleted: t("merge.onlyHere") }}
        />
      )}
    </Panel>
  );
}
