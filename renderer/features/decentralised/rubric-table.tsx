import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { scoreByRubric } from "../../../core/budget/propose-grade";
import { setCells } from "../../../core/plan/command";
import { naturalRowId } from "../../../core/plan/row-id";
import { mintId } from "../../engine/mint-id";
import { useLanguage } from "../../i18n/use-language";
import { PlanFigureBox } from "../../session/plan-figure-box";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import { addCriterion } from "./evaluation-commands";
import classes from "./evaluation-panel.module.css";
import type { EvaluationPartProps } from "./evaluation-plan";
import { GradeRows } from "./grade-rows";

/** The rubric year by year: scores of criteria, the score they come to, the grade proposed and the grade entered. */
export function RubricTable(props: EvaluationPartProps) {
  const { rows, years, evidence, isReadOnly, run } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { criteria, scores } = rows;
  return (
    <section aria-label={t("decentralised.evaluation.years")}>
      <h3 className={classes.heading}>{t("decentralised.evaluation.years")}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" data-column="criterion">
              {t("decentralised.evaluation.column.criterion")}
            </th>
            <th scope="col" data-column="weight">
              {t("decentralised.evaluation.column.weight")}
            </th>
            {years.map((year) => (
              <th key={year} scope="col" data-column="year">
                {year} → {year + 1}
              </th>
            ))}
            <th scope="col" data-column="tool" aria-label={t("decentralised.evaluation.deleteCriterion")} />
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => {
            const { id, title, weightRatio } = criterion;
            const set = (cells: Readonly<Record<string, string | number>>) =>
              run(setCells([{ entity: "criterion", rowId: id, cells }]));
            return (
              <tr key={id}>
                <td>
                  <PlanFigureBox
                    isBare
                    label={t("decentralised.evaluation.column.criterion")}
                    entity="criterion"
                    rowId={id}
                    name="title"
                    evidence={evidence}
                    value={title}
                    isReadOnly={isReadOnly}
                    checkMore={(value) => (value === "" ? t("refused.emptyName") : null)}
                    onCommit={(value) => set({ title: value })}
                  />
                </td>
                <td>
                  <PlanFigureBox
                    isBare
                    label={t("decentralised.evaluation.weightOf", { title })}
                    entity="criterion"
                    rowId={id}
                    name="weightRatio"
                    evidence={evidence}
                    value={weightRatio}
                    isReadOnly={isReadOnly}
                    onCommit={(value) => set({ weightRatio: value })}
                  />
                </td>
                {years.map((year) => {
                  const rowId = naturalRowId(id, year);
                  const score = scores.find((row) => row.id === rowId);
                  return (
                    <td key={year}>
                      <PlanFigureBox
                        isBare
                        label={t("decentralised.evaluation.scoreOf", { title, year })}
                        entity="criterionScore"
                        rowId={rowId}
                        name="score"
                        evidence={evidence}
                        value={score?.score ?? ""}
                        isReadOnly={isReadOnly}
                        onClear={async () =>
                          score === undefined
                            ? null
                            : run({ type: "delete-rows", rows: [{ entity: "criterionScore", rowId }] })
                        }
                        onCommit={(value) =>
                          run(setCells([{ entity: "criterionScore", rowId, cells: { score: value } }]))
                        }
                      />
                    </td>
                  );
                })}
                <td>
                  {!isReadOnly && (
                    <ActionIcon
                      size={22}
                      aria-label={`${t("decentralised.evaluation.deleteCriterion")} ${title}`}
                      onClick={() =>
                        void run(
                          { type: "delete-rows", rows: [{ entity: "criterion", rowId: id }] },
                          t("decentralised.evaluation.criterionDeleted", { title }),
                        )
                      }
                    >
                      <IconTrash size={13} aria-hidden />
                    </ActionIcon>
                  )}
                </td>
              </tr>
            );
          })}
          {criteria.length > 0 && (
            <tr className={classes.sum}>
              <th scope="row">{t("decentralised.evaluation.score")}</th>
              <td className={classes.figure}>
                {formatRatio(
                  criteria.reduce((sum, { weightRatio }) => sum + weightRatio, 0),
                  language,
                )}
              </td>
              {years.map((year) => {
                const scored = scoreByRubric(rows, year);
                return (
                  <td key={year} className={classes.figure}>
                    {scored.type === "scored" ? (
                      formatNumber(scored.score, language, 1)
                    ) : (
                      <span
                        className={classes.dim}
                        title={t(`decentralised.evaluation.proposal.${scored.type}`, {
                          count: scored.type === "scores-missing" ? scored.missing : 0,
                        })}
                      >
                        –
                      </span>
                    )}
                  </td>
                );
              })}
              <td />
            </tr>
          )}
          <GradeRows {...props} />
        </tbody>
      </table>
      {!isReadOnly && (
        <Button
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            void run(addCriterion(criteria, mintId(), t("decentralised.evaluation.newCriterion")))
          }
        >
          {t("decentralised.evaluation.addCriterion")}
        </Button>
      )}
    </section>
  );
}
