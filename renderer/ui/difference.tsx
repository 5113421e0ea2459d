import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language";
import classes from "./difference.module.css";
import { directionOf, type FigureUnit, formatDifference } from "./format-difference";

interface DifferenceProps {
  readonly value: number | null;
  readonly base: number | null;
  readonly unit: FigureUnit;
  readonly better: "higher" | "lower" | "neither";
}

/** A figure's difference to the base: direction as glyph, better or worse as colour and in words. */
export function Difference({ value, base, unit, better }: DifferenceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  // A difference needs two figures; that one is missing shows beside it already.
  if (value === null || base === null) return null;
  const direction = directionOf(value - base, unit);
  const verdict = judge(direction, better);
  const text = unit === "year" && direction !== "same" ? yearChange(base, value) : undefined;
  return (
    <span className={classes[verdict]}>
      {text ?? formatDifference(value - base, unit, language)}
      {verdict !== "same" && verdict !== "plain" && (
        <span className="visually-hidden"> {t(`figure.${verdict}`)}</span>
      )}
    </span>
  );
}

const yearChange = (from: number, to: number) => `${from} → ${to}`;

type Verdict = "better" | "worse" | "plain" | "same";

function judge(direction: "up" | "down" | "same", better: DifferenceProps["better"]): Verdict {
  if (direction === "same") return "same";
  if (better === "neither") return "plain";
  return (direction === "up") === (better === "higher") ? "better" : "worse";
}
