import { useTranslation } from "react-i18next";
import { PLAN_ROW_ID, type Row } from "../../../core/plan/entities";
import { useSelection } from "../../session/selection";
import { useOpenDocument } from "../../session/use-plan-session";
import type { ScreenEdits } from "../../session/use-screen-edits";
import { Panel } from "../../ui/panel";
import { TextBox } from "../../ui/text-box";
import classes from "./plan-texts.module.css";

const textFields = ["concept", "nature", "scope", "composition", "conditions"] as const;

interface PlanTextsProps {
  readonly plan: Row<"plan">;
  readonly run: ScreenEdits["run"];
}

/** What the plan says about itself, written in place. */
export function PlanTexts({ plan, run }: PlanTextsProps) {
  const { t } = useTranslation();
  const { isReadOnly } = useOpenDocument();
  const [, select] = useSelection();
  return (
    <Panel title={t("overview.textsTitle")}>
      <div className={classes.texts}>
        {textFields.map((field) => (
          <div key={field} className={classes.text}>
            <span className={classes.label} aria-hidden>
              {t(`inspector.field.${field}`)}
            </span>
            <TextBox
              isBare
              label={t(`inspector.field.${field}`)}
              value={plan[field]}
              isReadOnly={isReadOnly}
              placeholder={t(`overview.placeholder.${field}`)}
              className={classes.box}
              onFocus={() => select({ entity: "plan", rowId: PLAN_ROW_ID, field })}
              onCommit={(value) =>
                run({
                  type: "set-cells",
                  edits: [{ entity: "plan", rowId: PLAN_ROW_ID, cells: { [field]: value } }],
                })
              }
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}
