import { SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import type { ResidentRules } from "../../../core/scenario/compiled-plan";
import type { Outcome } from "../../../core/scenario/outcome";
import { useLanguage } from "../../i18n/use-language";
import type { EffectivePlans } from "../../session/effective-plan";
import { PlanFigureBox } from "../../session/plan-figure-box";
import { fieldOf, showFigure } from "../../ui/check-figure";
import { FigureHelp, type FigureInput } from "../../ui/figure-help";
import { formatNumber } from "../../ui/number-format";
import { Panel } from "../../ui/panel";
import { listProjectInputs } from "../scenarios/figure-inputs";
import type { RowNames } from "../scenarios/row-names";
import classes from "./assumptions-panel.module.css";
import type { DecentralisedPlan } from "./decentralised-plan";

interface AssumptionsPanelProps {
  readonly plan: DecentralisedPlan;
  readonly plans: EffectivePlans | undefined;
  /** What the coefficients come to under the active scenario. */
  readonly outcome: Outcome | undefined;
  readonly names: RowNames;
  readonly isReadOnly: boolean;
  readonly run: (command: Command) => Promise<string | null>;
}

const sections = [
  {
    name: "absorption",
    model: "B2",
    fields: ["absorptionStartRatio", "absorptionGrowthRatio", "overheadRatio"],
  },
  {
    name: "projects",
    model: "B7",
    fields: [
      "residentProjectWon",
      "residentProjectStaffFte",
      "deliberationRoundsPerYear",
      "projectsPerRound",
    ],
  },
  {
    name: "staff",
    model: "B7",
    fields: ["committeeBaseStaffFte", "committeeStaffPerMemberFte", "committeeStaffPerSubcommitteeFte"],
  },
] as const satisfies readonly {
  name: string;
  model: string;
  fields: readonly Exclude<keyof ResidentRules, "unspentRule">[];
}[];

/** The coefficients of residents' projects, all to be set; illustrative until somebody does. */
export function AssumptionsPanel({ plan, plans, outcome, names, isReadOnly, run }: AssumptionsPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const ruleId = useId();
  const set = (cells: Readonly<Record<string, string | number>>) =>
    run(setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells }]));
  const listOutcomeInputs = (name: (typeof sections)[number]["name"], shown: Outcome): FigureInput[] =>
    name === "staff"
      ? shown.committees.map(({ committeeId, seats }) => ({
          label: t("decentralised.seatsOf", { committee: names.committee(committeeId) }),
          value: formatNumber(seats, language),
        }))
      : listProjectInputs(shown, t, language);
  const [before, after] = [plans?.base.residentRules, plans?.scenario.residentRules];
  return (
    <Panel title={t("decentralised.assumptionsTitle")} subtitle={t("decentralised.assumptionsSubtitle")}>
      <div className={classes.rule}>
        <span id={ruleId}>
          {t("decentralised.unspentRule")}
          {before !== undefined && after !== undefined && before.unspentRule !== after.unspentRule && (
            <span className={classes.changed}> → {t(`leverChoice.${after.unspentRule}`)}</span>
          )}
        </span>
        <SegmentedControl
          aria-labelledby={ruleId}
          value={plan.plan.unspentRule}
          disabled={isReadOnly}
          data={(["carry", "lapse"] as const).map((rule) => ({
            value: rule,
            label: t(`leverChoice.${rule}`),
          }))}
          onChange={(unspentRule) => void set({ unspentRule })}
        />
      </div>
      {sections.map(({ name, model, fields }) => (
        <section key={name} className={classes.section} aria-label={t(`decentralised.assumption.${name}`)}>
          <h3 className={classes.heading}>
            {t(`decentralised.assumption.${name}`)}
            <FigureHelp
              name={t(`decentralised.assumption.${name}`)}
              meaning={t(`decentralised.assumptionMeaning.${name}`)}
              model={model}
              inputs={() => [
                ...fields.map((field) => ({
                  label: t(`decentralised.rule.${field}`),
                  value: showFigure(
                    fieldOf("plan", field),
                    after?.[field] ?? plan.plan[field],
                    language,
                    "thousand",
                  ),
                })),
                ...(outcome === undefined ? [] : listOutcomeInputs(name, outcome)),
              ]}
            />
          </h3>
          {fields.map((fieldName) => {
            const field = fieldOf("plan", fieldName);
            const isOverridden =
              before !== undefined && after !== undefined && before[fieldName] !== after[fieldName];
            return (
              <PlanFigureBox
                key={fieldName}
                label={t(`decentralised.rule.${fieldName}`)}
                entity="plan"
                rowId={PLAN_ROW_ID}
                name={fieldName}
                evidence={plan.evidence}
                value={plan.plan[fieldName]}
                scenarioText={
                  isOverridden ? showFigure(field, after[fieldName], language, "thousand") : undefined
                }
                isReadOnly={isReadOnly}
                onCommit={(value) => set({ [fieldName]: value })}
              />
            );
          })}
        </section>
      ))}
    </Panel>
  );
}
