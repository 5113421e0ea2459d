import { Button, Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PortfolioWork } from "../../../engine/compute-job";
import { useLanguage } from "../../../i18n/use-language";
import { useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { useSessionActions } from "../../../session/use-plan-session";
import { FigureHelp } from "../../../ui/figure-help";
import { formatRatio } from "../../../ui/format-ratio";
import { Notice } from "../../../ui/notice";
import { formatNumber } from "../../../ui/number-format";
import { Panel } from "../../../ui/panel";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { NumberBox } from "../engine/number-box";
import { RunLine } from "../engine/run-line";
import type { TabContext } from "../engine/tab-context";
import { ApplyPortfolio } from "./apply-portfolio";
import type { ConstraintTelling } from "./describe-constraint";
import { INITIAL_RULES, type PortfolioDraft, readPortfolioDraft } from "./portfolio-draft";
import { PortfolioResult } from "./portfolio-result";
import { RuleRows } from "./rule-rows";

/** The tasks and start years that cover most priority within money, posts, dependencies and rules. */
export function PortfolioPanel(context: TabContext) {
  const { values, names, grid, onChangePlan } = context;
  const { t } = useTranslation();
  const language = useLanguage();
  const [draft, setDraft] = useKept<PortfolioDraft>("portfolio", INITIAL_RULES);
  const read = readPortfolioDraft(draft, t, language);
  const work: PortfolioWork | null =
    read.rules === null ? null : { kind: "portfolio", levers: values, ...read.rules };
  const job = useJob("portfolio", work, { isAutomatic: false });
  const { answer, isCurrent } = job;
  const actions = useSessionActions();
  const [applied, setApplied] = useState<string | null>(null);
  const areas = new Map(grid.areas.map(({ id, title }) => [id, title]));
  const telling: ConstraintTelling = { names, areaTitle: (id) => areas.get(id) ?? id, t, language };
  const change = (next: Partial<PortfolioDraft>) => setDraft({ ...draft, ...next });
  return (
    <Panel
      title={t("engine.portfolio.title")}
      subtitle={t("engine.portfolio.subtitle")}
      action={
        <FigureHelp name={t("engine.portfolio.title")} meaning={t("engine.portfolio.meaning")} model="C7" />
      }
    >
      <div className={form.rows}>
        <div className={form.form}>
          <NumberBox
            label={t("engine.portfolio.maximumStarts")}
            text={draft.maximumStarts}
            placeholder={t("engine.portfolio.noLimit")}
            problem={read.problems.maximumStarts}
            onChange={(maximumStarts) => change({ maximumStarts })}
          />
          <NumberBox
            label={t("engine.portfolio.gap")}
            text={draft.gap}
            unit="%"
            problem={read.problems.gap}
            onChange={(gap) => change({ gap })}
          />
          <NumberBox
            label={t("engine.portfolio.timeLimit")}
            text={draft.timeLimit}
            problem={read.problems.timeLimit}
            onChange={(timeLimit) => change({ timeLimit })}
          />
          <Button
            variant="filled"
            className={form.submit ?? ""}
            disabled={work === null || job.status === "running"}
            onClick={() => {
              setApplied(null);
              job.start();
            }}
          >
            {t("engine.portfolio.find")}
          </Button>
        </div>
        <Switch
          checked={draft.keepsRequired}
          label={t("engine.portfolio.keepsRequired")}
          onChange={(event) => change({ keepsRequired: event.currentTarget.checked })}
        />
        <RuleRows draft={draft} grid={grid} problems={read.problems.shares} onChange={change} />
      </div>
      <JobLine job={job} name={t("engine.portfolio.title")} />
      {applied !== null && (
        <Notice
          tone="info"
          text={applied}
          action={{
            label: t("frame.undo"),
            run: () => {
              setApplied(null);
              void actions.undo();
            },
          }}
          onClose={() => setApplied(null)}
        />
      )}
      {answer !== null && (
        <>
          {!isCurrent && job.status !== "running" && (
            <p className={form.hint}>{t("engine.portfolio.stale")}</p>
          )}
          <PortfolioResult answer={answer} telling={telling} />
          {isCurrent && answer.ok && (
            <ApplyPortfolio
              answer={answer.value}
              context={context}
              points={(value) => formatNumber(value, language, 1)}
              onApply={async (command, done) => {
                if (await onChangePlan(command)) setApplied(done);
              }}
            />
          )}
          <RunLine
            facts={
              answer.ok
                ? [
                    t("engine.run.gap", { gap: formatRatio(answer.value.portfolio.gapRatio, language, 4) }),
                    t("engine.run.tasks", {
                      count: answer.value.tasks.length,
                      shown: formatNumber(answer.value.tasks.length, language),
                    }),
                  ]
                : []
            }
            planRevision={job.planRevision}
            tookMs={job.tookMs}
          />
        </>
      )}
    </Panel>
  );
}
