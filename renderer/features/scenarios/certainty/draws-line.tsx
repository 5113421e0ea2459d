import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import type { Job } from "../../../session/use-job";
import { formatRatio } from "../../../ui/format-ratio";
import { formatNumber } from "../../../ui/number-format";
import { RunLine } from "../engine/run-line";
import type { KeptUncertainty } from "./use-uncertainty-settings";

interface DrawsLineProps {
  readonly draws: number;
  /** Of the least certain figure. */
  readonly standardErrorRatio: number;
  readonly uncertainty: Pick<KeptUncertainty, "settings" | "onChange">;
  readonly job: Pick<Job<unknown>, "planRevision" | "tookMs">;
}

/** How many draws the ranges on the screen come from, how sure they are, and from which seed. */
export function DrawsLine({ draws, standardErrorRatio, uncertainty, job }: DrawsLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, onChange } = uncertainty;
  return (
    <RunLine
      facts={[
        t("engine.run.draws", { count: draws, shown: formatNumber(draws, language) }),
        t("engine.certainty.ranges"),
        t("engine.run.error", { error: formatRatio(1.96 * standardErrorRatio, language, 1) }),
      ]}
      planRevision={job.planRevision}
      tookMs={job.tookMs}
      {...(settings.method === "sobol"
        ? {}
        : { seed: settings.seed, onSeed: (seed) => onChange({ ...settings, seed }) })}
    />
  );
}
