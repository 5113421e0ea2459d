import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language";
import { Difference } from "../../ui/difference";
import type { FigureUnit } from "../../ui/format-difference";
import { formatFigure } from "../../ui/format-figure";
import { formatNumber } from "../../ui/number-format";
import classes from "./effect-panel.module.css";
import type { MarkedSize, SizeCurves } from "./size-curves";

interface EffectLeadProps {
  readonly marked: readonly MarkedSize[];
  /** One for each marked size. */
  readonly values: readonly (number | null)[];
  readonly unit: FigureUnit;
  readonly better: "higher" | "lower" | "neither";
  /** How a value is written, where the unit's own way does not do. */
  readonly format?: (value: number) => string;
}

/** The figure at the plan's size and at the scenario's: "Plan 25 + 5: 86 % · Scenario 45 + 5: 86 % ▲ 0.7 pp". */
export function EffectLead({ marked, values, unit, better, format }: EffectLeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (value: number | null | undefined): ReactNode =>
    value === null || value === undefined ? "–" : (format?.(value) ?? formatFigure(value, unit, language));
  return marked.map(({ kind, split }, index) => (
    <span key={kind} className={`${classes.at} ${kind === "scenario" ? classes.scenario : ""}`}>
      {t(`committees.at.${kind}`, {
        citizens: formatNumber(split.citizens, language),
        officials: formatNumber(split.officials, language),
      })}{" "}
      <strong>{show(values[index])}</strong>
      {kind === "scenario" && format === undefined && (
        <>
          {" "}
          <Difference value={values[index] ?? null} base={values[0] ?? null} unit={unit} better={better} />
        </>
      )}
    </span>
  ));
}

interface MarkLeadProps {
  readonly curves: SizeCurves;
  readonly read: (effects: MarkedSize["effects"]) => number;
  readonly unit: FigureUnit;
  readonly better: "higher" | "lower" | "neither";
}

/** The figure of the plan's own composition, and of the scenario's beside it. */
export function MarkLead({ curves, read, unit, better }: MarkLeadProps) {
  return (
    <EffectLead
      marked={curves.marked}
      values={curves.marked.map(({ effects }) => read(effects))}
      unit={unit}
      better={better}
    />
  );
}
