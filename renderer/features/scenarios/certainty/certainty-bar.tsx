import { Select, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../../core/scenario/lever";
import type { SamplingMethod } from "../../../../core/scenario/sampling/normal-draws";
import { DEFAULT_UNCERTAINTY } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import { useLanguage } from "../../../i18n/use-language";
import { FigureHelp } from "../../../ui/figure-help";
import { formatRatio } from "../../../ui/format-ratio";
import { formatNumber } from "../../../ui/number-format";
import { describeRefusal } from "../engine/describe-refusal";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { NumberBox } from "../engine/number-box";
import { RunLine } from "../engine/run-line";
import classes from "./certainty.module.css";
import { listAssumptions } from "./list-assumptions";
import type { Certainty } from "./use-certainty";

const METHODS: readonly SamplingMethod[] = ["latin-hypercube", "monte-carlo", "sobol"];

/** Switches uncertainty on and off, and says what was drawn. */
export function CertaintyBar({
  certainty,
  levers,
}: {
  readonly certainty: Certainty;
  readonly levers: readonly Lever[];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, onChange, problem, job, summary } = certainty;
  const refusal = settings.isOn && job.answer?.ok === false && job.isCurrent ? job.answer.error : null;
  return (
    <section className={classes.bar} aria-label={t("engine.certainty.title")}>
      <div className={classes.line}>
        <Switch
          checked={settings.isOn}
          label={t("engine.certainty.switch")}
          onChange={(event) => onChange({ ...settings, isOn: event.currentTarget.checked })}
        />
        <FigureHelp
          name={t("engine.certainty.title")}
          meaning={t("engine.certainty.meaning")}
          model="C2"
          inputs={() => listAssumptions(DEFAULT_UNCERTAINTY, t, language)}
        />
        {settings.isOn && (
          <>
            <div className={classes.draws}>
              <NumberBox
                label={t("engine.certainty.draws")}
                isLabelHidden
                text={settings.draws}
                problem={problem}
                unit={t("engine.certainty.drawsUnit")}
                onChange={(draws) => onChange({ ...settings, draws })}
              />
            </div>
            <Select
              aria-label={t("engine.certainty.method")}
              classNames={{ root: classes.method ?? "" }}
              allowDeselect={false}
              data={METHODS.map((method) => ({ value: method, label: t(`engine.certainty.by.${method}`) }))}
              value={settings.method}
              onChange={(next) =>
                onChange({
                  ...settings,
                  method: METHODS.find((method) => method === next) ?? "latin-hypercube",
                })
              }
            />
            <div className={classes.progress}>
              <JobLine job={job} name={t("engine.certainty.title")} />
            </div>
          </>
        )}
      </div>
      {refusal !== null && (
        <p className={form.problem} role="alert">
          {describeRefusal(refusal, { levers, t, language })}
        </p>
      )}
      {summary !== null && (
        <RunLine
          facts={[
            t("engine.run.draws", { count: summary.draws, shown: formatNumber(summary.draws, language) }),
            t("engine.certainty.ranges"),
            t("engine.run.error", { error: formatRatio(1.96 * summary.standardErrorRatio, language, 1) }),
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
