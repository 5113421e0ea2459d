import { Checkbox, SegmentedControl } from "@mantine/core";
import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RubricRows } from "../../../core/budget/propose-grade";
import { type Command, setCells } from "../../../core/plan/command";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import { gradeUnderLevers } from "../../../core/scenario/apply-levers";
import type { LeverValues } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import { useRows } from "../../session/plan-queries";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import { formatMoney } from "../../ui/format-money";
import { formatRatio } from "../../ui/format-ratio";
import { Panel } from "../../ui/panel";
import type { DecentralisedPlan } from "./decentralised-plan";
import classes from "./evaluation-panel.module.css";
import { GradesTable } from "./grades-table";
import { RubricTable } from "./rubric-table";

interface EvaluationPanelProps {
  readonly plan: DecentralisedPlan;
  readonly levers: LeverValues;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

/** The yearly evaluation: its rubric, the grades, and whose ceilings they set. */
export function EvaluationPanel({ plan, levers, isReadOnly, run }: EvaluationPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const ruleId = useId();
  const { data } = useRows("grade", "evaluation", "criterion", "criterionScore", "source");
  const { gradingRule } = plan.plan;
  const rows = useMemo<RubricRows | undefined>(
    () =>
      data && {
        criteria: data.criterion,
        scores: data.criterionScore,
        grades: data.grade,
        evaluations: data.evaluation,
        gradingRule,
      },
    [data, gradingRule],
  );
  if (data === undefined || rows === undefined) return null;
  const name = t("decentralised.evaluation.title");
  // The evaluation of the year before the plan sets its first ceilings.
  const years = plan.years.map((year) => year - 1);
  const part = { rows, years, levers, evidence: plan.evidence, isReadOnly, run };
  const listInputs = (): FigureInput[] => [
    ...rows.criteria.map(({ title, weightRatio }) => ({
      label: t("decentralised.evaluation.weightOf", { title }),
      value: formatRatio(weightRatio, language, 1),
    })),
    ...rows.grades.map(({ code, ceilingWon }) => ({
      label: t("decentralised.evaluation.worthOf", { code }),
      value: formatMoney(ceilingWon, language),
    })),
    ...years.flatMap((year) => {
      const entered = rows.evaluations.find((row) => row.year === year)?.gradeCode ?? "";
      const code = gradeUnderLevers(entered, levers, year);
      return code === "" ? [] : [{ label: t("decentralised.evaluation.gradeOf", { year }), value: code }];
    }),
  ];
  return (
    <Panel
      title={name}
      subtitle={t("decentralised.evaluation.subtitle")}
      action={
        <FigureHelp
          name={name}
          meaning={t("decentralised.evaluation.meaning")}
          model="B6"
          inputs={listInputs}
        />
      }
    >
      <div className={classes.rules}>
        <fieldset className={classes.sources} disabled={isReadOnly}>
          <legend>{t("decentralised.evaluation.setsCeilingOf")}</legend>
          {data.source.map(({ id, title, isCeilingSetByGrade }) => (
            <Checkbox
              key={id}
              size="xs"
              label={title}
              checked={isCeilingSetByGrade}
              onChange={(event) =>
                void run(
                  setCells([
                    {
                      entity: "source",
                      rowId: id,
                      cells: { isCeilingSetByGrade: event.currentTarget.checked },
                    },
                  ]),
                )
              }
            />
          ))}
        </fieldset>
        <span id={ruleId}>{t("decentralised.evaluation.rule")}</span>
        <SegmentedControl
          aria-labelledby={ruleId}
          value={gradingRule}
          disabled={isReadOnly}
          data={(["threshold", "rank"] as const).map((value) => ({
            value,
            label: t(`inspector.choice.${value}`),
          }))}
          onChange={(value) =>
            void run(setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells: { gradingRule: value } }]))
          }
        />
      </div>
      <div className={classes.parts}>
        <GradesTable {...part} />
        <RubricTable {...part} />
      </div>
    </Panel>
  );
}
