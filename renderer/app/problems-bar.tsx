import { useTranslation } from "react-i18next";
import type { LeverValues } from "../../core/scenario/lever";
import { useLanguage } from "../i18n/use-language";
import { useOutcomes, useTaskGrid } from "../session/plan-queries";
import { formatMoney } from "../ui/format-money";
import { listProblems } from "./list-problems";
import classes from "./problems-bar.module.css";

const NO_LEVERS: LeverValues = {};

/** What does not fit in the plan, in one line that leads to the money. */
export function ProblemsBar() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { base } = useOutcomes(NO_LEVERS);
  const grid = useTaskGrid();
  const problems = base === undefined ? [] : listProblems(base);
  const [first] = problems;
  const describe = ({ sourceId, year, overWon }: (typeof problems)[number]) =>
    t("frame.exceeded", {
      source: grid.data?.sources.find(({ id }) => id === sourceId)?.title ?? sourceId,
      year,
      amount: formatMoney(overWon, language),
    });
  return (
    <footer className={classes.bar}>
      <div role="status">
        {first === undefined ? (
          base !== undefined && <span className={classes.calm}>{t("frame.noProblems")}</span>
        ) : (
          <a className={classes.problems} href="#/tasks" title={problems.map(describe).join("\n")}>
            ▲ {t("frame.problems", { count: problems.length })}: {describe(first)}
            {problems.length > 1 && <> · {t("frame.moreProblems", { count: problems.length - 1 })}</>}
          </a>
        )}
      </div>
      <span className={classes.hint}>{t("frame.illustrativeHint")}</span>
    </footer>
  );
}
