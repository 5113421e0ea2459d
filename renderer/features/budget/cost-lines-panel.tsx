import { ActionIcon, Button } from "@mantine/core";
import { IconClipboardText, IconCopy, IconPlus, IconTrash, IconX } from "@tabler/icons-react";
import { type ClipboardEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { editAmountOf } from "../../../core/plan/amount-edit";
import { type Command, setCells } from "../../../core/plan/command";
import { costLineWon, sumCostLines } from "../../../core/plan/cost-lines";
import type { Row } from "../../../core/plan/entities";
import { mintId } from "../../engine/mint-id";
import { useLanguage } from "../../i18n/use-language";
import type { Evidence } from "../../session/evidence";
import { focusPlanFigure, PlanFigureBox } from "../../session/plan-figure-box";
import { formatExactMoney } from "../../ui/format-money";
import { Panel } from "../../ui/panel";
import { putOnClipboard } from "../../ui/spreadsheet/put-on-clipboard";
import { parseTsv } from "../../ui/spreadsheet/tsv";
import type { SheetNotice } from "../../ui/spreadsheet/write-block";
import { addCostLine, addCostLines } from "./budget-commands";
import { CopyToYearsButton } from "./copy-to-years-button";
import classes from "./cost-lines-panel.module.css";
import { copyCostLines, describeBlockError, describeCostLine } from "./describe-cost-line";
import { costLineColumns, readCostLineBlock } from "./read-cost-line-block";

/** The amount whose cost lines are shown. */
export interface CostLinesTarget {
  readonly budgetLineId: string;
  /** "D05 · District · Regular budgeting · 2027" */
  readonly name: string;
  /** Undefined where the first cost line makes it. */
  readonly amount: Row<"budgetLine"> | undefined;
}

interface CostLinesPanelProps {
  /** Null while the cursor is on no amount that can be typed. */
  readonly target: CostLinesTarget | null;
  readonly lines: readonly Row<"costLine">[];
  readonly evidence: Evidence;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
  readonly onNotice: (notice: SheetNotice | null) => void;
  readonly onClose: () => void;
}

/** What an amount is built up from: unit price × quantity × times, and whether the amount says the same. */
export function CostLinesPanel(props: CostLinesPanelProps) {
  const { target, lines, evidence, isReadOnly, run, onNotice, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [addedId, setAddedId] = useState<string | null>(null);
  const [tellsPasting, setTellsPasting] = useState(false);
  useEffect(() => {
    if (addedId === null || !lines.some(({ id }) => id === addedId)) return;
    if (focusPlanFigure({ entity: "costLine", rowId: addedId, field: "title" })) setAddedId(null);
  }, [addedId, lines]);
  const money = (won: number) => formatExactMoney(won, language);
  const sumWon = sumCostLines(lines);
  const differs = lines.length > 0 && target?.amount !== undefined && target.amount.likelyWon !== sumWon;
  const add = async () => {
    if (target === null) return;
    const id = mintId();
    if ((await run(addCostLine(target.budgetLineId, id, lines))) === null) setAddedId(id);
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    // One value goes into the box that has the focus.
    if (target === null || isReadOnly || !/[\t\n\r]./.test(text)) return;
    event.preventDefault();
    event.stopPropagation();
    const read = readCostLineBlock(parseTsv(text), "thousand", { t, language });
    if (!read.ok) return onNotice({ tone: "problem", text: describeBlockError(read.error, t) });
    const added = read.value.map((line) => ({ id: mintId(), ...line }));
    const done = t("budget.costLines.paste.done", { count: added.length, amount: target.name });
    void run(addCostLines(target.budgetLineId, added, lines), done);
  };
  return (
    <Panel
      className={classes.panel}
      onPaste={paste}
      title={t("budget.costLines.title")}
      subtitle={target?.name}
      action={
        <ActionIcon size={22} aria-label={t("budget.costLines.close")} onClick={onClose}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      }
    >
      {target === null && <p className={classes.hint}>{t("budget.costLines.choose")}</p>}
      {target !== null && lines.length === 0 && <p className={classes.hint}>{t("budget.costLines.none")}</p>}
      {lines.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {costLineColumns.map((name) => (
                  <th key={name} scope="col" data-column={name}>
                    {t(`budget.costLines.column.${name}`)}
                  </th>
                ))}
                <th scope="col" data-column="won">
                  {t("budget.costLines.column.won")}
                </th>
                <th scope="col" data-column="tool" aria-label={t("budget.costLines.delete")} />
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <tr key={line.id}>
                  {costLineColumns.map((name) => (
                    <td key={name}>
                      <PlanFigureBox
                        isBare
                        label={t("budget.costLines.cell", {
                          column: t(`budget.costLines.column.${name}`),
                          number: index + 1,
                        })}
                        entity="costLine"
                        rowId={line.id}
                        name={name}
                        evidence={evidence}
                        value={line[name]}
                        isReadOnly={isReadOnly}
                        onCommit={(value) =>
                          run(setCells([{ entity: "costLine", rowId: line.id, cells: { [name]: value } }]))
                        }
                      />
                    </td>
                  ))}
                  <td className={classes.won} title={describeCostLine(line, { t, language })}>
                    {money(costLineWon(line))}
                  </td>
                  <td>
                    {!isReadOnly && (
                      <ActionIcon
                        size={22}
                        aria-label={`${t("budget.costLines.delete")} ${index + 1}`}
                        onClick={() =>
                          void run(
                            { type: "delete-rows", rows: [{ entity: "costLine", rowId: line.id }] },
                            t("budget.costLines.deleted"),
                          )
                        }
                      >
                        <IconTrash size={13} aria-hidden />
                      </ActionIcon>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {target !== null && (
        <div className={classes.foot}>
          {!isReadOnly && (
            <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => void add()}>
              {t("budget.costLines.add")}
            </Button>
          )}
          {!isReadOnly && (
            <Button
              leftSection={<IconClipboardText size={14} aria-hidden />}
              aria-expanded={tellsPasting}
              onClick={() => setTellsPasting(!tellsPasting)}
            >
              {t("budget.costLines.paste.open")}
            </Button>
          )}
          {lines.length > 0 && !isReadOnly && (
            <CopyToYearsButton amountId={target.budgetLineId} name={target.name} run={run} />
          )}
          {lines.length > 0 && (
            <Button
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={() => putOnClipboard(copyCostLines(lines, { t, language }))}
            >
              {t("budget.costLines.copy")}
            </Button>
          )}
          {lines.length > 0 && (
            <p className={classes.basis}>
              {t("budget.costLines.sum", { sum: money(sumWon) })}
              {differs && target.amount !== undefined && (
                <span role="alert" className={classes.differs}>
                  {" "}
                  ▲ {t("budget.costLines.differs", { amount: money(target.amount.likelyWon) })}
                </span>
              )}
              {!differs && ` ${t("budget.costLines.same")}`}
            </p>
          )}
          {differs && !isReadOnly && (
            <Button
              onClick={() => void run(setCells([editAmountOf(target.budgetLineId, target.amount, sumWon)]))}
            >
              {t("budget.costLines.takeSum")}
            </Button>
          )}
          {tellsPasting && !isReadOnly && (
            <p role="status" className={classes.wide}>
              {t("budget.costLines.paste.how")}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}
