import { useTranslation } from "react-i18next";
import type { Lever } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import type { ComparedColumn } from "./compare-choice";
import { formatLeverValue, nameLever } from "./comparison-view";
import classes from "./printed-assumptions.module.css";

interface PrintedAssumptionsProps {
  readonly columns: readonly ComparedColumn[];
  readonly levers: readonly Lever[];
}

/** On paper, every scenario says all that it assumes otherwise than the plan. */
export function PrintedAssumptions({ columns, levers }: PrintedAssumptionsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={classes.printed}>
      <h2>{t("compare.printedTitle")}</h2>
      {columns.map((column) => {
        const set = levers.filter(({ path }) => column.levers[path] !== undefined);
        return (
          <p key={column.key}>
            <strong>
              {column.letter} {column.title}:
            </strong>{" "}
            {set.length === 0
              ? t("scenarios.notChanged")
              : set
                  .map((lever) => {
                    const value = column.levers[lever.path] ?? lever.planValue;
                    const plan = formatLeverValue(lever, lever.planValue, t, language);
                    return `${nameLever(lever, t)} ${formatLeverValue(lever, value, t, language)} (${t("figure.base", { value: plan })})`;
                  })
                  .join("; ")}
          </p>
        );
      })}
    </section>
  );
}
