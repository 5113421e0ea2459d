import { Checkbox, SegmentedControl } from "@mantine/core";
import { useId, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RubricRows } from "../../../core/budget/propose-grade";
import { type Command, setCells } from "../../../core/plan/command";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import { useRows } from "../../session/plan-queries";
import { FigureHelp } from "../../ui/figure-help";
import { Panel } from "../../ui/panel";
import type { DecentralisedPlan } from "./decentralised-plan";
import classes from "./evaluation-panel.module.css";
import { GradesTable } from "./grades-table";
import { RubricTable } from "./rubric-table";

interface EvaluationPanelProps {
  readonly plan: DecentralisedPlan;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

/** The yearly evaluation: its rubric, the grades, and whose ceilings they set. */
export function EvaluationPanel({ plan, isReadOnly, run }: EvaluationPanelProps) {
  const { t } = useTranslation();
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
  const part = { rows, years: plan.years.map((year) => year - 1), evidence: plan.evidence, isReadOnly, run };
  return (
    <Panel
      title={name}
      subtitle={t("decentralised.evaluation.subtitle")}
      action={<FigureHelp name={name} meaning={t("decentralised.evaluation.meaning")} model="B6" />}
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
