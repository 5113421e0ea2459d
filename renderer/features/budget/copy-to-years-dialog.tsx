import { Button, Checkbox, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { budgetLineYear } from "../../../core/plan/amount-edit";
import type { Command } from "../../../core/plan/command";
import { amountIdInYear, copyCostLinesToYears } from "../../../core/plan/copy-cost-lines";
import { sumCostLines } from "../../../core/plan/cost-lines";
import { mintId } from "../../engine/mint-id";
import { useLanguage } from "../../i18n/use-language";
import { useRows } from "../../session/plan-queries";
import { useOpenDocument } from "../../session/use-plan-session";
import { formatExactMoney } from "../../ui/format-money";
import classes from "./copy-to-years-dialog.module.css";

export interface CopyToYearsProps {
  /** The amount whose cost lines are copied. */
  readonly amountId: string;
  /** "D05 · District · Regular budgeting · 2027" */
  readonly name: string;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

/** Chooses later years whose cost lines are replaced by those of an amount; says first what stands there. */
export function CopyToYearsDialog(props: CopyToYearsProps & { readonly onClose: () => void }) {
  const { amountId, name, run, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan } = useOpenDocument();
  const { data } = useRows("task", "budgetLine", "costLine", "evidence");
  const [chosen, setChosen] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [failure, setFailure] = useState<string | null>(null);
  if (data === undefined) return null;
  const linesOf = (id: string | undefined) => data.costLine.filter(({ budgetLineId }) => budgetLineId === id);
  const lines = linesOf(amountId);
  const sumWon = sumCostLines(lines);
  const money = (won: number) => formatExactMoney(won, language);
  const own = data.budgetLine.find(({ id }) => id === amountId);
  const endYear = data.task.find(({ id }) => id === own?.taskId)?.endYear ?? plan.lastYear;
  const firstYear = Math.max(plan.firstYear, budgetLineYear(amountId) + 1);
  const years = Array.from(
    { length: Math.max(0, plan.lastYear - firstYear + 1) },
    (_, index) => firstYear + index,
  ).map((year) => {
    const id = amountIdInYear(amountId, year);
    const amount = data.budgetLine.find((line) => line.id === id);
    return {
      year,
      amount,
      count: linesOf(id).length,
      isAfterTask: year > endYear,
      isChosen: chosen.get(year) ?? year <= endYear,
    };
  });
  const copied = years.filter(({ isChosen }) => isChosen).map(({ year }) => year);
  const copy = async () => {
    const command = copyCostLinesToYears(data, amountId, copied, mintId);
    if (command === undefined) return;
    const done = t("budget.costLines.toYears.done", { count: lines.length, years: copied.join(", ") });
    const refusal = await run(command, done);
    if (refusal === null) onClose();
    else setFailure(refusal);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={<Text fw={600}>{t("budget.costLines.toYears.title")}</Text>}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        <p className={classes.from}>
          {name} · {t("budget.costLines.toYears.count", { count: lines.length })} · {money(sumWon)}
        </p>
        {years.length === 0 ? (
          <p>{t("budget.costLines.toYears.noYears")}</p>
        ) : (
          <>
            <p className={classes.hint}>{t("budget.costLines.toYears.hint")}</p>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t("budget.costLines.toYears.year")}</th>
                  <th scope="col">{t("budget.costLines.toYears.there")}</th>
                  <th scope="col" data-column="won">
                    {t("budget.costLines.toYears.before")}
                  </th>
                  <th scope="col" data-column="won">
                    {t("budget.costLines.toYears.after")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {years.map(({ year, amount, count, isAfterTask, isChosen }) => (
                  <tr key={year}>
                    <td>
                      <Checkbox
                        size="xs"
                        label={year}
                        checked={isChosen}
                        onChange={(event) =>
                          setChosen(new Map([...chosen, [year, event.currentTarget.checked]]))
                        }
                      />
                    </td>
                    <td>
                      {count === 0
                        ? t("budget.costLines.toYears.noLines")
                        : t(`budget.costLines.toYears.${isChosen ? "replaced" : "count"}`, { count })}
                      {isAfterTask && (
                        <span className={classes.dim}> · {t("budget.costLines.toYears.afterTask")}</span>
                      )}
                    </td>
                    <td data-column="won">{amount === undefined ? "–" : money(amount.likelyWon)}</td>
                    <td data-column="won">
                      {isChosen ? money(sumWon) : <span className={classes.dim}>–</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        {failure !== null && <p role="alert">{failure}</p>}
        <div className={classes.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" variant="filled" disabled={copied.length === 0}>
            {t("budget.costLines.toYears.copy", { count: copied.length })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
