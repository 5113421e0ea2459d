import { useTranslation } from "react-i18next";
import type { Lever } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import certainty from "../scenarios/certainty/certainty.module.css";
import { DrawsLine } from "../scenarios/certainty/draws-line";
import { DrawsSwitch } from "../scenarios/certainty/draws-switch";
import { describeRefusal } from "../scenarios/engine/describe-refusal";
import form from "../scenarios/engine/form.module.css";
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
  const known = summaries.flatMap((summary) => summary ?? []);
  const fewest = Math.min(...known.map((summary) => summary.draws));
  const error = Math.max(0, ...known.map(({ standardErrorRatio }) => standardErrorRatio));
  return (
    <section className={certainty.bar} aria-label={t("engine.certainty.title")}>
      <DrawsSwitch
        isOn={isOn}
        onSwitch={onSwitch}
        note={t("compare.sameDraws")}
        uncertainty={uncertainty}
        job={job}
      />
      {isOn && uncertainty.isBroken && (
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
        <DrawsLine draws={fewest} standardErrorRatio={error} uncertainty={uncertainty} job={job} />
      )}
    </section>
  );
}
