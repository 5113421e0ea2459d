import { Popover, UnstyledButton } from "@mantine/core";
import { IconChevronUp } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanProblem } from "../../core/plan/plan-problem";
import { useConflicts } from "../session/history-queries";
import { showInspector } from "../session/inspector-visibility";
import { useReveal } from "../session/selection";
import { useAllProblems } from "../session/use-all-problems";
import { useSessionServices } from "../session/use-plan-session";
import { useActiveScenario } from "../session/what-if";
import { countByType } from "./count-problems";
import { ProblemList } from "./problem-list";
import classes from "./problems-bar.module.css";
import { screenOfCell } from "./screen-of-entity";
import { findScreen } from "./screens";
import { hrefOf } from "./use-route";

/** What does not fit in the plan, counted by kind; the list behind it leads to each cell. */
export function ProblemsBar() {
  const { t } = useTranslation();
  const { host } = useSessionServices();
  const problems = useAllProblems();
  const { scenario, isWhatIf, isModified } = useActiveScenario();
  const { data: conflicts } = useConflicts();
  const reveal = useReveal();
  const [isOpen, setOpen] = useState(false);
  const headingId = useId();
  const jump = ({ at }: PlanProblem) => {
    setOpen(false);
    const screen = screenOfCell(at.entity, at.field);
    reveal(at);
    showInspector(host, true);
    if (screen !== undefined) window.location.hash = hrefOf(screen);
  };
  const title = isModified || scenario === null ? t("whatIf.trying") : scenario.title;
  return (
    <footer className={classes.bar}>
      {conflicts !== undefined && conflicts.length > 0 && (
        <a className={classes.conflicts} href={hrefOf(findScreen("merge"))}>
          <span aria-hidden>◆</span> {t("frame.conflicts", { count: conflicts.length })}
        </a>
      )}
      {problems !== undefined && problems.length > 0 ? (
        <Popover opened={isOpen} onChange={setOpen} position="top-start" trapFocus returnFocus width={560}>
          <Popover.Target>
            <UnstyledButton className={classes.problems} onClick={() => setOpen(!isOpen)}>
              <span aria-hidden>▲</span> <strong>{t("frame.problems", { count: problems.length })}</strong>
              {": "}
              {countByType(problems)
                .map(([type, count]) => t(`problem.kind.${type}`, { count }))
                .join(" · ")}
              <span className="visually-hidden">. {t("problem.show")}</span>
              <IconChevronUp size={13} aria-hidden className={classes.chevron} />
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown
            className={classes.dropdown}
            role="dialog"
            aria-labelledby={headingId}
            tabIndex={-1}
            data-autofocus
          >
            <h2 id={headingId} className={classes.heading}>
              {t("problem.list")}
            </h2>
            {isWhatIf && <p className={classes.note}>{t("problem.underScenario", { title })}</p>}
            <ProblemList problems={problems} onJump={jump} />
          </Popover.Dropdown>
        </Popover>
      ) : (
        problems !== undefined && <span className={classes.calm}>{t("frame.noProblems")}</span>
      )}
      <span className="visually-hidden" role="status">
        {problems !== undefined &&
          (problems.length === 0 ? t("frame.noProblems") : t("frame.problems", { count: problems.length }))}
      </span>
      <span className={classes.hint}>{t("frame.illustrativeHint")}</span>
    </footer>
  );
}
