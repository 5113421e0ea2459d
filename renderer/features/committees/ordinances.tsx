import { useTranslation } from "react-i18next";
import type { Command } from "../../../core/plan/command";
import { PlanFigureBox } from "../../session/plan-figure-box";
import classes from "./committee-editor.module.css";
import type { CommitteePlan } from "./committee-plan";

interface OrdinancesProps {
  readonly plan: CommitteePlan;
  readonly isReadOnly: boolean;
  readonly run: (command: Command, done?: string) => Promise<string | null>;
}

/** The ordinances of the plan: what each is called and from when it is in force. */
export function Ordinances({ plan, isReadOnly, run }: OrdinancesProps) {
  const { t } = useTranslation();
  if (plan.legalBasis.length === 0) return null;
  const set = (rowId: string, cells: Readonly<Record<string, string | number>>) =>
    run({ type: "set-cells", edits: [{ entity: "legalBasis", rowId, cells }] });
  return (
    <table className={classes.changes}>
      <thead>
        <tr>
          <th scope="col">{t("committees.ordinance")}</th>
          <th scope="col" className={classes.inForce}>
            {t("committees.inForceFrom")}
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.legalBasis.map((basis) => (
          <tr key={basis.id}>
            <td>
              <PlanFigureBox
                isBare
                label={t("committees.ordinance")}
                entity="legalBasis"
                rowId={basis.id}
                name="title"
                evidence={plan.evidence}
                value={basis.title}
                source={basis.note === "" ? undefined : { kind: "cited", note: basis.note, url: "" }}
                checkMore={(title) => (title === "" ? t("refused.emptyName") : null)}
                isReadOnly={isReadOnly}
                onCommit={(title) => set(basis.id, { title })}
              />
            </td>
            <td>
              <PlanFigureBox
                isBare
                label={t("committees.inForceOf", { title: basis.title })}
                entity="legalBasis"
                rowId={basis.id}
                name="inForceFromYear"
                evidence={plan.evidence}
                value={basis.inForceFromYear}
                isReadOnly={isReadOnly}
                onCommit={(inForceFromYear) => set(basis.id, { inForceFromYear })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
