import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type GradeProposal, proposeGrade } from "../../../core/budget/propose-grade";
import { setCells } from "../../../core/plan/command";
import { naturalRowId } from "../../../core/plan/row-id";
import { gradeUnderLevers } from "../../../core/scenario/apply-levers";
import { useLanguage } from "../../i18n/use-language";
import { cellIdOf, PlanFigureBox } from "../../session/plan-figure-box";
import { useSelection } from "../../session/selection";
import { formatInUnit } from "../../ui/format-money";
import { enterGrade } from "./evaluation-commands";
import classes from "./evaluation-panel.module.css";
import type { EvaluationPartProps } from "./evaluation-plan";

/** Of each year: its rank where ranks decide, the grade that the rubric gives, the grade that counts, and what it sets. */
export function GradeRows({ rows, years, levers, evidence, isReadOnly, run }: EvaluationPartProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [, select] = useSelection();
  const { grades, evaluations, gradingRule } = rows;
  const evaluationOf = (year: number) => evaluations.find((row) => row.year === year);
  const worthOf = (code: string) => grades.find((grade) => grade.code === code);
  /** The grade under the active scenario, where it is another than the one that is entered. */
  const tryingOf = (year: number) => {
    const entered = evaluationOf(year)?.gradeCode ?? "";
    const code = gradeUnderLevers(entered, levers, year);
    return code === entered ? undefined : code;
  };
  const enter = (year: number, code: string | null) => void run(enterGrade(evaluationOf(year), year, code));
  return (
    <>
      {gradingRule === "rank" && (
        <tr>
          <th scope="row" colSpan={2}>
            {t("decentralised.evaluation.rank")}
          </th>
          {years.map((year) => (
            <td key={year}>
              <PlanFigureBox
                isBare
                label={t("decentralised.evaluation.rankOf", { year })}
                entity="evaluation"
                rowId={naturalRowId(year)}
                name="rank"
                evidence={evidence}
                value={evaluationOf(year)?.rank || ""}
                isReadOnly={isReadOnly}
                onClear={async () =>
                  (evaluationOf(year)?.rank ?? 0) === 0 ? null : setEvaluation(year, { rank: 0 })
                }
                onCommit={(rank) => setEvaluation(year, { rank })}
              />
            </td>
          ))}
          <td />
        </tr>
      )}
      <tr>
        <th scope="row" colSpan={2}>
          {t(`decentralised.evaluation.proposed.${gradingRule}`)}
        </th>
        {years.map((year) => {
          const proposal = proposeGrade(rows, year);
          const entered = evaluationOf(year)?.gradeCode ?? "";
          const text = describeProposal(proposal);
          return (
            <td key={year} className={classes.figure}>
              <span className={proposal.type === "proposed" ? undefined : classes.dim} title={text.title}>
                {text.short}
              </span>
              {proposal.type === "proposed" && proposal.gradeCode !== entered && !isReadOnly && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t("decentralised.evaluation.useOf", { code: proposal.gradeCode, year })}
                  onClick={() => enter(year, proposal.gradeCode)}
                >
                  {t("decentralised.evaluation.use")}
                </Button>
              )}
            </td>
          );
        })}
        <td />
      </tr>
      <tr>
        <th scope="row" colSpan={2}>
          {t("decentralised.evaluation.entered")}
        </th>
        {years.map((year) => {
          const entered = evaluationOf(year)?.gradeCode ?? "";
          const isGone = entered !== "" && worthOf(entered) === undefined;
          return (
            <td key={year} data-cell={cellIdOf("evaluation", naturalRowId(year), "gradeCode")}>
              <Select
                aria-label={t("decentralised.evaluation.enteredOf", { year })}
                size="xs"
                value={entered === "" ? null : entered}
                placeholder="–"
                clearable={!isReadOnly}
                readOnly={isReadOnly}
                comboboxProps={{ width: 180, position: "bottom-end" }}
                renderOption={({ option }) => worthOf(option.value)?.title || option.label}
                data={[
                  ...grades.map(({ code }) => ({ value: code, label: code })),
                  ...(isGone ? [{ value: entered, label: `▲ ${entered}` }] : []),
                ]}
                error={isGone ? t("decentralised.evaluation.gone") : undefined}
                onFocus={() =>
                  select({ entity: "evaluation", rowId: naturalRowId(year), field: "gradeCode" })
                }
                onChange={(code) => enter(year, code)}
              />
              <UnderScenario text={tryingOf(year)} />
            </td>
          );
        })}
        <td />
      </tr>
      <tr>
        <th scope="row" colSpan={2}>
          {t("decentralised.evaluation.sets", { unit: t("moneyUnit.million") })}
        </th>
        {years.map((year) => {
          const grade = worthOf(evaluationOf(year)?.gradeCode ?? "");
          const tried = worthOf(tryingOf(year) ?? "");
          return (
            <td key={year} className={classes.figure}>
              {grade === undefined ? (
                <span className={classes.dim} title={t("decentralised.evaluation.ownCeiling")}>
                  –
                </span>
              ) : (
                formatInUnit(grade.ceilingWon, "million", language)
              )}
              {tried !== undefined && tried.ceilingWon !== grade?.ceilingWon && (
                <UnderScenario text={formatInUnit(tried.ceilingWon, "million", language)} />
              )}
            </td>
          );
        })}
        <td />
      </tr>
    </>
  );

  function setEvaluation(year: number, cells: Readonly<Record<string, string | number>>) {
    return run(setCells([{ entity: "evaluation", rowId: naturalRowId(year), cells }]));
  }

  function describeProposal(proposal: GradeProposal): { readonly short: string; readonly title: string } {
    if (proposal.type === "proposed") {
      const { title = "" } = worthOf(proposal.gradeCode) ?? {};
      return { short: proposal.gradeCode, title };
    }
    const count = proposal.type === "scores-missing" ? proposal.missing : 0;
    return { short: "–", title: t(`decentralised.evaluation.proposal.${proposal.type}`, { count }) };
  }
}

/** What the active scenario has instead of what stands above. */
function UnderScenario({ text }: { readonly text: string | undefined }) {
  const { t } = useTranslation();
  if (text === undefined) return null;
  return (
    <div className={classes.scenario} title={t("decentralised.evaluation.underScenario")}>
      <span aria-hidden>→ </span>
      {text}
    </div>
  );
}
