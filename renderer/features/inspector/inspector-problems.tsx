import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { describeProblem } from "../../session/problem-text";
import { useResourceKinds } from "../../session/resource-amount";
import { useRowLabel } from "../../session/row-label";
import type { Selection } from "../../session/selection";
import { useAllProblems } from "../../session/use-all-problems";
import classes from "./inspector.module.css";

/** The problems of the row that is selected. */
export function InspectorProblems({ selection }: { readonly selection: Selection }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = useRowLabel();
  const resourceKind = useResourceKinds();
  const here = (useAllProblems() ?? []).filter(
    ({ at }) => at.entity === selection.entity && at.rowId === selection.rowId,
  );
  if (here.length === 0) return null;
  return (
    <section className={classes.problems} aria-label={t("inspector.problems")}>
      {here.map((problem) => {
        const text = describeProblem(problem, { t, language, label, resourceKind });
        return (
          <p key={text}>
            <span aria-hidden>▲ </span>
            {text}
          </p>
        );
      })}
    </section>
  );
}
