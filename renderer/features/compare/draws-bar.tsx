import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import { FigureHelp } from "../../ui/figure-help";
import { formatRatio } from "../../ui/format-ratio";
import { formatNumber } from "../../ui/number-format";
import certainty from "../scenarios/certainty/certainty.module.css";
import { listAssumptions } from "../scenarios/certainty/list-assumptions";
import { describeRefusal } from "../scenarios/engine/describe-refusal";
import form from "../scenarios/engine/form.module.css";
import { JobLine } from "../scenarios/engine/job-line";
import { NumberBox } from "../scenarios/engine/number-box";
import { RunLine } from "../scenarios/engine/run-line";
import type { CompareDraws } from "./use-compare-draws";

interface DrawsBarProps {
  readonly draws: CompareDraws;
  readonly levers: readonly Lever[];
}

/** Switches ranges and chances of all columns on and off, and says what was drawn. */
export function DrawsBar({ draws, levers }: DrawsBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { isOn, onSwitch, uncertainty, summaries, job, refusal } = draws;
  const { settings, onChange, drawsProblem, spec } = uncertainty;
  const known = summaries.flatMap((summary) => summary ?? []);
  const fewest = Math.min(...known.map((summary) => summary.draws));
  const error = Math.max(0, ...known.map(({ standardErrorRatio }) => standardErrorRatio));
  return (
    <section className={certainty.bar} aria-label={t("engine.certainty.title")}>
      <div className={certainty.line}>
        <Switch
          checked={isOn}
          label={t("engine.certainty.switch")}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
        <FigureHelp
          name={t("engine.certainty.title")}
          meaning={`${t("engine.certainty.meaning")} ${t("compare.sameDraws")}`}
          model="C2"
          inputs={() => (spec === null ? [] : listAssumptions(spec, t, language))}
        />
        {isOn && (
          <>
            <div className={certainty.draws}>
              <NumberBox
                label={t("engine.certainty.draws")}
                isLabelHidden
                text={settings.draws}
                problem={drawsProblem}
                unit={t("engine.certainty.drawsUnit")}
                onChange={(text) => onChange({ ...settings, draws: text })}
              />
            </div>
            <div className={certainty.progress}>
              <JobLine job={job} name={t("engine.certainty.title")} />
            </div>
          </>
        )}
      </div>
      {isOn && spec === null && (
        <p className={form.problem} role="alert">
          {t("compare.noAssumptions")} <a href="#/scenarios">{t("compare.toScenarios")}</a>
        </p>
      )}
      {isOn && refusal !== null && (
        <p className={form.problem} role="alert">
          {describeRefusal(refusal, { levers, t, language })}
        </p>
      )}
      {known.length > 0 && (
        <RunLine
          facts={[
            t("engine.run.draws", { count: fewest, shown: formatNumber(fewest, language) }),
            t("engine.certainty.ranges"),
            t("engine.run.error", { error: formatRatio(1.96 * error, language, 1) }),
          ]}
          planRevision={job.planRevision}
          tookMs={job.tookMs}
          {...(settings.method === "sobol"
            ? {}
            : { seed: settings.seed, onSeed: (seed) => onChange({ ...settings, seed }) })}
        />
      )}
    </section>
  );
}
