import { Button, Select } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { setCells } from "../../../../core/plan/command";
import { PLAN_ROW_ID, type Row } from "../../../../core/plan/entities";
import { UNCERTAIN_PARTS } from "../../../../core/plan/uncertain-fields";
import type { SamplingMethod } from "../../../../core/scenario/sampling/normal-draws";
import { useOpenDocument } from "../../../session/use-plan-session";
import { useScreenEdits } from "../../../session/use-screen-edits";
import form from "../engine/form.module.css";
import classes from "./assumptions.module.css";
import { PartRows } from "./part-rows";
import { pickChangedCells, USUAL_CELLS } from "./uncertainty-draft";
import type { KeptUncertainty } from "./use-uncertainty-settings";

const METHODS: readonly SamplingMethod[] = ["latin-hypercube", "monte-carlo", "sobol"];

interface AssumptionsFormProps extends Pick<KeptUncertainty, "settings" | "onChange" | "isUsual"> {
  readonly plan: Row<"plan">;
}

/** What the plan says is uncertain and how much: a row a part, with the reason below where something does not fit. */
export function AssumptionsForm({ plan, settings, onChange, isUsual }: AssumptionsFormProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  const edits = useScreenEdits();
  const methodId = useId();
  const reset = () => {
    const cells = pickChangedCells(plan, USUAL_CELLS);
    void edits.run(
      setCells([{ entity: "plan", rowId: PLAN_ROW_ID, cells }]),
      t("engine.assumptions.wasReset"),
    );
  };
  return (
    <div className={classes.frame}>
      {edits.notice}
      <div className={classes.scroller}>
        <table className={classes.table} aria-label={t("engine.assumptions.title")}>
          <thead>
            <tr>
              <th scope="col">{t("engine.assumptions.part")}</th>
              <th scope="col">{t("engine.assumptions.distribution")}</th>
              {(["low", "likely", "high", "correlation"] as const).map((setting) => (
                <th key={setting} scope="col" className={classes.number}>
                  {t(`engine.assumptions.${setting}`)}
                </th>
              ))}
            </tr>
          </thead>
          {UNCERTAIN_PARTS.map((part) => (
            <PartRows key={part} plan={plan} part={part} isReadOnly={isReadOnly} run={edits.run} />
          ))}
        </table>
      </div>
      <p className={form.hint}>{t("engine.assumptions.hint")}</p>
      <div className={classes.foot}>
        <span id={methodId}>{t("engine.certainty.method")}</span>
        <Select
          aria-labelledby={methodId}
          classNames={{ root: classes.method ?? "" }}
          allowDeselect={false}
          data={METHODS.map((method) => ({ value: method, label: t(`engine.certainty.by.${method}`) }))}
          value={settings.method}
          onChange={(next) => {
            const method = METHODS.find((known) => known === next);
            if (method !== undefined) onChange({ ...settings, method });
          }}
        />
        {!isUsual && !isReadOnly && (
          <Button size="compact-xs" variant="subtle" onClick={reset}>
            {t("engine.assumptions.reset")}
          </Button>
        )}
      </div>
    </div>
  );
}
