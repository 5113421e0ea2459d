import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Lever } from "../../../../core/scenario/lever";
import { useLanguage } from "../../../i18n/use-language";
import { describeRefusal } from "../engine/describe-refusal";
import form from "../engine/form.module.css";
import { AssumptionsForm } from "./assumptions-form";
import classes from "./certainty.module.css";
import { DrawsLine } from "./draws-line";
import { DrawsSwitch } from "./draws-switch";
import type { Certainty } from "./use-certainty";
import { useAssumptionsOpen } from "./use-revealed-assumption";

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
  const { settings, onChange, isUsual, isBroken, plan, job, summary } = certainty;
  const [isOpen, setOpen] = useAssumptionsOpen();
  const refusal = settings.isOn && job.answer?.ok === false && job.isCurrent ? job.answer.error : null;
  return (
    <section className={classes.bar} aria-label={t("engine.certainty.title")}>
      <DrawsSwitch
        isOn={settings.isOn}
        onSwitch={(isOn) => onChange({ ...settings, isOn })}
        uncertainty={certainty}
        job={job}
      >
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
      </DrawsSwitch>
      {settings.isOn && isOpen && plan !== null && <AssumptionsForm {...certainty} plan={plan} />}
      {settings.isOn && isBroken && !isOpen && (
        <p className={form.problem} role="alert">
          {t("engine.factors.refused.assumptions")}
        </p>
      )}
      {refusal !== null && (
        <p className={form.problem} role="alert">
          {describeRefusal(refusal, { levers, t, language })}
        </p>
      )}
      {summary !== null && (
        <DrawsLine
          draws={summary.draws}
          standardErrorRatio={summary.standardErrorRatio}
          uncertainty={certainty}
          job={job}
        />
      )}
    </section>
  );
}
