import { Button, Switch } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../../core/scenario/lever";
import { useLanguage } from "../../../i18n/use-language";
import { useKept } from "../../../session/use-kept";
import { FigureHelp } from "../../../ui/figure-help";
import { formatRatio } from "../../../ui/format-ratio";
import { formatNumber } from "../../../ui/number-format";
import { describeRefusal } from "../engine/describe-refusal";
import form from "../engine/form.module.css";
import { JobLine } from "../engine/job-line";
import { NumberBox } from "../engine/number-box";
import { RunLine } from "../engine/run-line";
import { AssumptionsForm } from "./assumptions-form";
import classes from "./certainty.module.css";
import { listAssumptions } from "./list-assumptions";
import type { Certainty } from "./use-certainty";

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
  const { settings, onChange, drawsProblem, spec, isUsual, job, summary } = certainty;
  const [isOpen, setOpen] = useKept("certainty assumptions", false);
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
          inputs={() => (spec === null ? [] : listAssumptions(spec, t, language))}
        />
        {settings.isOn && (
          <>
            <div className={classes.draws}>
              <NumberBox
                label={t("engine.certainty.draws")}
                isLabelHidden
                text={settings.draws}
                problem={drawsProblem}
                unit={t("engine.certainty.drawsUnit")}
                onChange={(draws) => onChange({ ...settings, draws })}
              />
            </div>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-expanded={isOpen}
              rightSection={
                isOpen ? <IconChevronUp size={13} aria-hidden /> : <IconChevronDown size={13} aria-hidden />
              }
              onClick={() => setOpen(!isOpen)}
            >
              {t(isUsual ? "engine.assumptions.open" : "engine.assumptions.openChanged")}
            </Button>
            <div className={classes.progress}>
              <JobLine job={job} name={t("engine.certainty.title")} />
            </div>
          </>
        )}
      </div>
      {settings.isOn && isOpen && <AssumptionsForm {...certainty} />}
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
