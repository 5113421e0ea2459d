import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import { PLAN_ROW_ID } from "../../../core/plan/entities";
import { useLanguage } from "../../i18n/use-language";
import type { EffectivePlans } from "../../session/effective-plan";
import { evidenceOf } from "../../session/evidence";
import { fieldOf, showFigure } from "../../ui/check-figure";
import { FigureBox } from "../../ui/figure-box";
import { FigureHelp } from "../../ui/figure-help";
import { Panel } from "../../ui/panel";
import type { ResourcePlan } from "./resource-plan";
import classes from "./resources-screen.module.css";

interface StaffPanelProps {
  readonly plan: ResourcePlan;
  readonly plans: EffectivePlans | undefined;
  readonly isReadOnly: boolean;
  readonly run: (command: Command) => Promise<string | null>;
}

const coefficients = [
  "committeeBaseStaffFte",
  "committeeStaffPerMemberFte",
  "committeeStaffPerSubcommitteeFte",
  "residentProjectStaffFte",
] as const;

/** Whose staff councils, tasks and residents' projects share, and how many posts each of them takes. */
export function StaffPanel({ plan, plans, isReadOnly, run }: StaffPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = (cells: Readonly<Record<string, string | number>>) =>
    run(setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells }]));
  return (
    <Panel
      title={
        <>
          {t("resources.staffTitle")}{" "}
          <FigureHelp name={t("resources.staffTitle")} meaning={t("resources.staffMeaning")} model="B7" />
        </>
      }
      subtitle={t("resources.staffSubtitle")}
    >
      <Select
        label={t("resources.secretariat")}
        className={classes.secretariat ?? ""}
        data={plan.resource.map(({ id, title }) => ({ value: id, label: title }))}
        value={
          plan.resource.some(({ id }) => id === plan.plan.secretariatId) ? plan.plan.secretariatId : null
        }
        placeholder={t("resources.noSecretariat")}
        clearable={!isReadOnly}
        disabled={isReadOnly}
        onChange={(secretariatId) => void set({ secretariatId: secretariatId ?? "" })}
      />
      {coefficients.map((name) => {
        const field = fieldOf("plan", name);
        const [before, after] = [plans?.base.residentRules[name], plans?.scenario.residentRules[name]];
        return (
          <FigureBox
            key={name}
            label={t(`inspector.field.${name}`)}
            field={field}
            value={plan.plan[name]}
            source={evidenceOf(plan.evidence, "plan", PLAN_ROW_ID, name)}
            scenarioText={
              before !== undefined && after !== undefined && before !== after
                ? showFigure(field, after, language, "thousand")
                : undefined
            }
            isReadOnly={isReadOnly}
            onCommit={(value) => set({ [name]: value })}
          />
        );
      })}
    </Panel>
  );
}
