import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PlanProblem } from "../../core/plan/plan-problem";
import { useLanguage } from "../i18n/use-language";
import { describeProblem } from "../session/problem-text";
import { useResourceKinds } from "../session/resource-amount";
import { useRowLabel } from "../session/row-label";
import { countByType } from "./count-problems";
import classes from "./problems-bar.module.css";

/** Merging can leave thousands; nobody reads more than these before acting. */
const MAX_SHOWN_OF_A_KIND = 50;

interface ProblemListProps {
  readonly problems: readonly PlanProblem[];
  readonly onJump: (problem: PlanProblem) => void;
}

/** Problems by kind; each is a button that leads to its cell. */
export function ProblemList({ problems, onJump }: ProblemListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = useRowLabel();
  const resourceKind = useResourceKinds();
  return countByType(problems).map(([type, count]) => {
    const shown = problems.filter((problem) => problem.type === type).slice(0, MAX_SHOWN_OF_A_KIND);
    return (
      <section key={type} className={classes.kind}>
        <h3>{t(`problem.kind.${type}`, { count })}</h3>
        <ul>
          {shown.map((problem) => (
            <li key={keyOf(problem)}>
              <UnstyledButton className={classes.jump} onClick={() => onJump(problem)}>
                {describeProblem(problem, { t, language, label, resourceKind })}
              </UnstyledButton>
            </li>
          ))}
        </ul>
        {count > shown.length && (
          <p className={classes.note}>{t("problem.more", { count: count - shown.length })}</p>
        )}
      </section>
    );
  });
}

const keyOf = (problem: PlanProblem): string => JSON.stringify(problem);
