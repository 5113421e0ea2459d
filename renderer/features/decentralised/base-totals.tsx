import { useTranslation } from "react-i18next";
import { type Command, setCells } from "../../../core/plan/command";
import { naturalRowId } from "../../../core/plan/row-id";
import { useLanguage } from "../../i18n/use-language";
import { PlanFigureBox } from "../../session/plan-figure-box";
import type { DecentralisedPlan } from "./decentralised-plan";
import classes from "./share-panel.module.css";

interface BaseTotalsProps {
  readonly plan: DecentralisedPlan;
  readonly isReadOnly: boolean;
  readonly run: (command: Command) => Promise<string | null>;
}

/** The budget of the whole city or district by year: what the share is measured against. */
export function BaseTotals({ plan, isReadOnly, run }: BaseTotalsProps) {
  const { t } = useTranslation();
  const unit = useLanguage() === "ko" ? "hundredMillion" : "million";
  const name = plan.plan.shareBase === "total" ? "totalWon" : "discretionaryWon";
  const label = t(`decentralised.${name}`, { unit: t(`moneyUnit.${unit}`) });
  return (
    <table className={classes.years}>
      <tbody>
        <tr>
          <th scope="row" className={classes.rowName}>
            {label}
          </th>
          {plan.years.map((year) => (
            <td key={year}>
              <PlanFigureBox
                isBare
                label={`${label} ${year}`}
                entity="budgetTotal"
                rowId={naturalRowId(year)}
                name={name}
                evidence={plan.evidence}
                unit={unit}
                value={plan.budgetTotal.find((total) => total.year === year)?.[name] ?? 0}
                isReadOnly={isReadOnly}
                onCommit={(won) =>
                  run(
                    setCells([{ entity: "budgetTotal", rowId: naturalRowId(year), cells: { [name]: won } }]),
                  )
                }
              />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
