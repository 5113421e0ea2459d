import { useTranslation } from "react-i18next";
import type { AllocationCriterion } from "../../../core/budget/allocate-pool-weights";
import { normaliseWeights } from "../../../core/budget/normalise-weights";
import { type Command, setCells } from "../../../core/plan/command";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import { useLanguage } from "../../i18n/use-language";
import type { EffectivePlans } from "../../session/effective-plan";
import { PlanFigureBox } from "../../session/plan-figure-box";
import { FigureHelp } from "../../ui/figure-help";
import { formatRatio } from "../../ui/format-ratio";
import { Panel } from "../../ui/panel";
import type { DecentralisedPlan } from "./decentralised-plan";
import classes from "./formula-panel.module.css";

interface FormulaPanelProps {
  readonly plan: DecentralisedPlan;
  readonly plans: EffectivePlans | undefined;
  readonly hasOwnRevenue: boolean;
  readonly notices: readonly string[];
  readonly isReadOnly: boolean;
  readonly run: (command: Command) => Promise<string | null>;
}

const criteria = [
  { name: "equal", field: "weightEqualRatio" },
  { name: "people", field: "weightPeopleRatio" },
  { name: "need", field: "weightNeedRatio" },
  { name: "revenue", field: "weightRevenueRatio" },
] as const satisfies readonly { name: AllocationCriterion; field: string }[];

/** How the pool is divided: weights as typed, and as they count once they are made to sum to 1. */
export function FormulaPanel({ plan, plans, hasOwnRevenue, notices, isReadOnly, run }: FormulaPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const weights = plans?.scenario.weights ?? {
    equal: plan.plan.weightEqualRatio,
    people: plan.plan.weightPeopleRatio,
    need: plan.plan.weightNeedRatio,
    revenue: plan.plan.weightRevenueRatio,
  };
  const normalised = normaliseWeights(weights);
  // Neighbourhoods have no revenue of their own: the criterion only shows where it means something.
  const shown = criteria.filter(
    ({ name, field }) => name !== "revenue" || hasOwnRevenue || plan.plan[field] > 0 || weights.revenue > 0,
  );
  const parts = shown.map(({ name }) => ({
    name,
    ratio: normalised === null ? 0 : normalised[name],
    title: t(`decentralised.criterion.${name}`),
  }));
  return (
    <Panel
      title={t("decentralised.formulaTitle")}
      subtitle={t("decentralised.formulaSubtitle")}
      action={
        <FigureHelp
          name={t("decentralised.formulaTitle")}
          meaning={t("decentralised.formulaMeaning")}
          model="B1"
          inputs={parts.map(({ title, ratio }) => ({ label: title, value: formatRatio(ratio, language, 1) }))}
        />
      }
    >
      {shown.map(({ name, field }) => (
        <PlanFigureBox
          key={field}
          label={t(`decentralised.criterion.${name}`)}
          entity="plan"
          rowId={PLAN_ROW_ID}
          name={field}
          evidence={plan.evidence}
          value={plan.plan[field]}
          scenarioText={
            plans !== undefined && plans.scenario.weights[name] !== plans.base.weights[name]
              ? formatRatio(plans.scenario.weights[name], language, 1)
              : undefined
          }
          isReadOnly={isReadOnly}
          onCommit={(value) =>
            run(setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells: { [field]: value } }]))
          }
        />
      ))}
      <div className={classes.bar} aria-hidden>
        {parts.map(({ name, ratio }) => (
          <span key={name} data-criterion={name} style={{ width: `${ratio * 100}%` }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {parts.map(({ name, title, ratio }) => (
          <li key={name}>
            <span className={classes.key} data-criterion={name} aria-hidden />
            {title} {formatRatio(ratio, language, 1)}
          </li>
        ))}
      </ul>
      <p className={classes.formula}>{t("decentralised.formulaText")}</p>
      {notices.map((notice) => (
        <p key={notice} className={classes.notice} role="status">
          <span aria-hidden>▲ </span>
          {notice}
        </p>
      ))}
    </Panel>
  );
}
