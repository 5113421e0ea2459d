import { Modal, Text } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { mintId } from "../../engine/mint-id";
import { indexEvidence } from "../../session/evidence";
import { focusPlanFigure } from "../../session/plan-figure-box";
import { useRows } from "../../session/plan-queries";
import { useOpenDocument } from "../../session/use-plan-session";
import { useScreenEdits } from "../../session/use-screen-edits";
import type { MoneyUnit } from "../../ui/money-unit";
import { addFundingRow, deleteFundingRow, type FundingEntity, type FundingKind } from "./funding-commands";
import classes from "./funding-dialog.module.css";
import { FundingTable } from "./funding-table";

interface FundingDialogProps {
  /** Unit in which ceilings are shown and typed. */
  readonly unit: MoneyUnit;
  readonly onClose: () => void;
}

/** Where the money comes from and the ways it takes: sources with their ceilings by year, and channels. */
export function FundingDialog({ unit, onClose }: FundingDialogProps) {
  const { t } = useTranslation();
  const { isReadOnly, plan } = useOpenDocument();
  const { data } = useRows("source", "channel", "ceiling", "budgetLine", "committee", "evidence");
  const { run, notice } = useScreenEdits();
  const [added, setAdded] = useState<{ entity: FundingEntity; rowId: string } | null>(null);
  const evidence = useMemo(() => indexEvidence(data?.evidence ?? []), [data?.evidence]);
  const years = Array.from(
    { length: Math.max(1, plan.lastYear - plan.firstYear + 1) },
    (_, index) => plan.firstYear + index,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box comes with the rows
  useEffect(() => {
    // The name is what comes next.
    if (added !== null && focusPlanFigure({ ...added, field: "title" })) setAdded(null);
  }, [added, data]);
  if (data === undefined) return null;

  const add = async (entity: FundingEntity, kind: FundingKind) => {
    const row = { rowId: mintId(), kind, title: t(`inspector.choice.${kind}`) };
    const failure = await run(addFundingRow(entity, data[entity], row));
    if (failure === null) setAdded({ entity, rowId: row.rowId });
  };
  const remove = (entity: FundingEntity, rowId: string, name: string) => {
    const key = entity === "source" ? "sourceId" : "channelId";
    const count = data.budgetLine.filter((line) => line[key] === rowId).length;
    const unpaid = data.committee.filter(({ sourceId }) => entity === "source" && sourceId === rowId);
    const committees = unpaid.map(({ title }) => title).join(", ");
    const done = [
      t(`budget.funding.deleted.${entity}`, { name, count }),
      ...(unpaid.length === 0 ? [] : [t("budget.funding.unpaid", { committees })]),
    ];
    void run(deleteFundingRow(entity, rowId), done.join(" "));
  };
  const graded = data.source.filter(({ isCeilingSetByGrade }) => isCeilingSetByGrade);
  const part = { evidence, unit, isReadOnly, run };
  return (
    <Modal
      opened
      onClose={onClose}
      size={Math.max(720, 620 + 92 * years.length)}
      title={<Text fw={600}>{t("budget.funding.title")}</Text>}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <div className={classes.parts}>
        {notice}
        <FundingTable
          {...part}
          entity="source"
          rows={data.source}
          years={years}
          ceilings={data.ceiling}
          onAdd={(kind) => void add("source", kind)}
          onDelete={(rowId, name) => remove("source", rowId, name)}
        />
        {graded.length > 0 && (
          <p className={classes.hint}>
            {t("budget.funding.byGrade", { sources: graded.map(({ title }) => title).join(", ") })}
          </p>
        )}
        <FundingTable
          {...part}
          entity="channel"
          rows={data.channel}
          years={[]}
          ceilings={[]}
          onAdd={(kind) => void add("channel", kind)}
          onDelete={(rowId, name) => remove("channel", rowId, name)}
        />
      </div>
    </Modal>
  );
}
