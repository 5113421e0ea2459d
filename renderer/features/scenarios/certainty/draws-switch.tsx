import { Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language";
import type { Job } from "../../../session/use-job";
import { FigureHelp } from "../../../ui/figure-help";
import { JobLine } from "../engine/job-line";
import { NumberBox } from "../engine/number-box";
import classes from "./certainty.module.css";
import { listAssumptions } from "./list-assumptions";
import type { KeptUncertainty } from "./use-uncertainty-settings";

interface DrawsSwitchProps {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  /** Said in the help after what ranges mean. */
  readonly note?: string;
  readonly uncertainty: KeptUncertainty;
  readonly job: Job<unknown>;
  /** Between the number of draws and the progress, while it is on. */
  readonly children?: ReactNode;
}

/** Switches ranges and chances on and off; while they are on, how many draws and how far they are. */
export function DrawsSwitch({ isOn, onSwitch, note, uncertainty, job, children }: DrawsSwitchProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, onChange, drawsProblem, spec } = uncertainty;
  const meaning = t("engine.certainty.meaning");
  return (
    <div className={classes.line}>
      <Switch
        checked={isOn}
        label={t("engine.certainty.switch")}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <FigureHelp
        name={t("engine.certainty.title")}
        meaning={note === undefined ? meaning : `${meaning} ${note}`}
        model="C2"
        inputs={() => (spec === null ? [] : listAssumptions(spec, t, language))}
      />
      {isOn && (
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
          {children}
          <div className={classes.progress}>
            <JobLine job={job} name={t("engine.certainty.title")} />
          </div>
        </>
      )}
    </div>
  );
}
