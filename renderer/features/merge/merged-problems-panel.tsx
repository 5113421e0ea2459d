import { useTranslation } from "react-i18next";
import type { SettledCell } from "../../../core/plan/command";
import { useLanguage } from "../../i18n/use-language";
import { useMergedProblems } from "../../session/history-queries";
import { describeProblem } from "../../session/problem-text";
import { useResourceKinds } from "../../session/resource-amount";
import { type RowLabel, useRowLabel } from "../../session/row-label";
import type { OtherFile } from "../../session/session-view";
import { Panel } from "../../ui/panel";
import classes from "./merge-screen.module.css";

const MAX_SHOWN = 50;

interface MergedProblemsPanelProps {
  readonly other: OtherFile;
  readonly settled: readonly SettledCell[];
}

/** Rules that the merged plan breaks, those first that our plan does not break as it is. */
export function MergedProblemsPanel({ other, settled }: MergedProblemsPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const ourLabel = useRowLabel();
  const resourceKind = useResourceKinds();
  const { data: result } = useMergedProblems(other, settled);
  if (result?.ok !== true) return null;
  const { problems, names } = result.value;
  const label: RowLabel = (entity, rowId) => names[`${entity} ${rowId}`] ?? ourLabel(entity, rowId);
  const added = problems.filter(({ isNew }) => isNew);
  const old = problems.length - added.length;
  return (
    <Panel title={t("merge.problemsTitle")} subtitle={t("merge.problemsSubtitle")}>
      <p className={added.length === 0 ? classes.dim : classes.warn}>
        {added.length === 0 ? t("merge.noProblems") : `▲ ${t("merge.newProblems", { count: added.length })}`}
        {old > 0 && <span className={classes.dim}> · {t("merge.oldProblems", { count: old })}</span>}
      </p>
      <ul className={classes.plain}>
        {added.slice(0, MAX_SHOWN).map(({ problem }) => (
          <li key={JSON.stringify(problem)}>
            {describeProblem(problem, { t, language, label, resourceKind })}
          </li>
        ))}
      </ul>
      {added.length > MAX_SHOWN && (
        <p className={classes.dim}>{t("problem.more", { count: added.length - MAX_SHOWN })}</p>
      )}
    </Panel>
  );
}
