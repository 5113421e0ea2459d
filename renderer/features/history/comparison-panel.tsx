import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { describeFailure } from "../../session/error-text";
import { useComparisonWithNow } from "../../session/history-queries";
import { Panel } from "../../ui/panel";
import { WaitingLine } from "../../ui/waiting-line";
import { CellChanges } from "./cell-changes";
import type { ComparedPoint } from "./history-screen";
import classes from "./history-screen.module.css";
import { listChangedRows } from "./list-changed-rows";

interface ComparisonPanelProps {
  readonly compared: ComparedPoint;
  readonly onClose: () => void;
}

/** What differs between an earlier state of the plan and now. */
export function ComparisonPanel({ compared, onClose }: ComparisonPanelProps) {
  const { t } = useTranslation();
  const { data: result } = useComparisonWithNow(compared.point);
  const rows = useMemo(() => (result?.ok === true ? listChangedRows(result.value) : []), [result]);
  const close = (
    <Button size="compact-sm" variant="subtle" onClick={onClose}>
      {t("history.backToChange")}
    </Button>
  );
  return (
    <Panel title={compared.title} action={close}>
      {result === undefined && <WaitingLine />}
      {result?.ok === false && (
        <p className={classes.empty}>{describeFailure(t, { group: "history", error: result.error })}</p>
      )}
      {result?.ok === true && rows.length === 0 && <p className={classes.dim}>{t("history.same")}</p>}
      {rows.length > 0 && (
        <CellChanges
          rows={rows}
          heads={{ from: t("history.then"), to: t("history.now") }}
          caption={compared.title}
        />
      )}
    </Panel>
  );
}
