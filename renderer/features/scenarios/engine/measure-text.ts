import type { TFunction } from "i18next";
import { err, type Result } from "../../../../core/result";
import {
  type MeasureDefinition,
  type MeasureKey,
  measureDefinitions,
} from "../../../../core/scenario/measures";
import { indicatorDefinitions } from "../../../../core/scenario/outcome";
import type { Language } from "../../../i18n/language";
import { formatFigure } from "../../../ui/format-figure";
import { editableInUnit } from "../../../ui/format-money";
import { editablePercent } from "../../../ui/format-ratio";
import { type ParseNumberError, parseAmount, parsePercent, parsePlainNumber } from "../../../ui/parse-amount";

const indicatorKeys: ReadonlySet<string> = new Set(indicatorDefinitions.map(({ key }) => key));

export const nameMeasure = (key: MeasureKey, t: TFunction): string =>
  indicatorKeys.has(key) ? t(`indicator.${key}.name`) : t(`engine.measure.${key}.name`);

export const explainMeasure = (key: MeasureKey, t: TFunction): string =>
  indicatorKeys.has(key) ? t(`indicator.${key}.meaning`) : t(`engine.measure.${key}.meaning`);

export function measureOf(key: MeasureKey): MeasureDefinition {
  const found = measureDefinitions.find((definition) => definition.key === key);
  if (found === undefined) throw new Error(`measureOf: there is no ${key}`);
  return found;
}

/** Figures to choose from. */
export const listMeasureOptions = (
  t: TFunction,
  isOffered: (definition: MeasureDefinition) => boolean = () => true,
): { value: MeasureKey; label: string }[] =>
  measureDefinitions.filter(isOffered).map(({ key }) => ({ value: key, label: nameMeasure(key, t) }));

export const formatMeasure = (key: MeasureKey, value: number | null, language: Language): string =>
  formatFigure(value, measureOf(key).unit, language);

/** Reads a bound of a figure as people type it: per cent for shares, money in millions unless a unit is named. */
export function parseMeasure(key: MeasureKey, text: string): Result<number, ParseNumberError> {
  const { unit } = measureOf(key);
  if (unit === "won") return parseAmount(text, "million");
  const parsed = unit === "ratio" ? parsePercent(text) : parsePlainNumber(text);
  if (parsed.ok && !Number.isFinite(parsed.value)) return err({ type: "too-large", input: text });
  return parsed;
}

/** What a box for a bound starts from. */
export function editableMeasure(key: MeasureKey, value: number): string {
  const { unit } = measureOf(key);
  if (unit === "won") return editableInUnit(Math.round(value), "million");
  return unit === "ratio" ? editablePercent(value) : String(value);
}

/** The unit that stands behind the box. */
export function unitMark(key: MeasureKey, t: TFunction): string {
  const { unit } = measureOf(key);
  if (unit === "ratio") return "%";
  return unit === "won" ? t("moneyUnit.million") : "";
}
