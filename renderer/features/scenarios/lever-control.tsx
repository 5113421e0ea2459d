import { SegmentedControl, Slider, Switch, UnstyledButton } from "@mantine/core";
import { memo, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Lever, LeverValue } from "../../../core/scenario/lever";
import { useLanguage } from "../../i18n/use-language";
import { LeverBox } from "./lever-box";
import classes from "./lever-control.module.css";
import { formatLeverNumber } from "./lever-text";

interface LeverControlProps {
  readonly lever: Lever;
  readonly value: LeverValue;
  readonly isChanged: boolean;
  readonly onMove: (lever: Lever, value: LeverValue) => void;
  readonly onReset: (path: string) => void;
  readonly checkMore?: ((value: number) => string | null) | undefined;
  /** Labels of choices that are worked out from other levers. */
  readonly choiceLabels?: Readonly<Record<string, string>> | undefined;
}

/** One lever: label, what the plan says, and the control that moves it; blue when it differs from the plan. */
export const LeverControl = memo(function LeverControl(props: LeverControlProps) {
  const { lever, isChanged, onReset } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const labelId = useId();
  const name = t(`lever.${lever.name}`, { subject: lever.subject });
  const { planValue } = lever;
  const base =
    typeof planValue === "number"
      ? formatLeverNumber(lever, planValue, language)
      : typeof planValue === "boolean"
        ? t(planValue ? "common.yes" : "common.no")
        : t(`leverChoice.${planValue}`, { defaultValue: planValue });
  return (
    <div className={classes.lever} data-changed={isChanged || undefined}>
      <div className={classes.head}>
        <span id={labelId} className={classes.name}>
          {name}
        </span>
        <span className={classes.base}>
          {isChanged && (
            <UnstyledButton
              className={classes.reset}
              aria-label={t("scenarios.resetOne", { name })}
              title={t("scenarios.resetOne", { name })}
              onClick={() => onReset(lever.path)}
            >
              ↺
            </UnstyledButton>
          )}
          {t("figure.base", { value: base })}
        </span>
      </div>
      <Control {...props} name={name} labelId={labelId} />
    </div>
  );
});

function Control({
  lever,
  value,
  isChanged,
  onMove,
  checkMore,
  choiceLabels,
  name,
  labelId,
}: LeverControlProps & { readonly name: string; readonly labelId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (typeof value === "boolean")
    return (
      <Switch
        checked={value}
        onChange={(event) => onMove(lever, event.currentTarget.checked)}
        label={t(value ? "common.yes" : "common.no")}
        aria-labelledby={labelId}
      />
    );
  if (typeof value === "string")
    return (
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={value}
        onChange={(choice) => onMove(lever, choice)}
        data={(lever.choices ?? []).map((choice) => ({
          value: choice,
          label: choiceLabels?.[choice] ?? t(`leverChoice.${choice}`, { defaultValue: choice }),
        }))}
      />
    );
  const [minimum, maximum] = sliderRange(lever, value);
  return (
    <div className={classes.number}>
      <Slider
        className={classes.slider}
        classNames={{ mark: classes.mark ?? "", markWrapper: classes.markWrapper ?? "" }}
        min={minimum}
        max={maximum}
        step={lever.step ?? 1}
        value={value}
        onChange={(next) => {
          const rounded = roundToStep(next, lever.step ?? 1);
          if (checkMore?.(rounded) == null) onMove(lever, rounded);
        }}
        label={null}
        marks={typeof lever.planValue === "number" ? [{ value: lever.planValue }] : []}
        thumbLabel={t("scenarios.slider", { name })}
        thumbValueText={formatLeverNumber(lever, value, language)}
      />
      <LeverBox
        lever={lever}
        label={name}
        value={value}
        isChanged={isChanged}
        onChange={(next) => onMove(lever, next)}
        checkMore={checkMore}
      />
    </div>
  );
}

/** The part of a lever's range worth a slider; the box allows the whole of it, and the slider follows. */
function sliderRange(lever: Lever, value: number): readonly [number, number] {
  const { minimum = 0, maximum = 100 } = lever;
  const planned = typeof lever.planValue === "number" ? lever.planValue : minimum;
  const useful = usefulMaximum(lever, planned);
  return [minimum, Math.min(maximum, Math.max(useful, value, planned))];
}

function usefulMaximum(lever: Lever, planned: number): number {
  if (lever.group === "decentralised") return Math.max(0.2, planned * 2);
  if (lever.name === "attendance") return 1;
  if (lever.kind === "count") return Math.max(10, Math.ceil((planned * 3.4) / 10) * 10);
  if (lever.kind === "money") return Math.max(planned * 2, (lever.step ?? 1) * 20);
  return lever.maximum ?? planned * 2;
}

/** Sliders add steps up in floating point; what they show is what is kept. */
const roundToStep = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toPrecision(12));
