import type { TFunction } from "i18next";
import type { Lever } from "../../../../core/scenario/lever";
import type { PlanFactor } from "../../../../core/scenario/sensitivity/plan-factors";
import type { Language } from "../../../i18n/language";
import { formatRatio } from "../../../ui/format-ratio";
import { nameLever } from "../engine/lever-names";
import { formatLeverNumber } from "../lever-text";

/** A factor by name. */
export function nameFactor(
  { kind, name }: Pick<PlanFactor, "kind" | "name">,
  levers: readonly Lever[],
  t: TFunction,
): string {
  if (kind === "uncertain") return t(`engine.uncertain.${name}`);
  const lever = levers.find(({ path }) => path === name);
  return lever === undefined ? name : nameLever(lever, levers, t);
}

/** A value of a factor: as its lever shows it; what is uncertain in per cent, a grade as a step. */
export function showFactorValue(
  { kind, name, chances }: PlanFactor,
  value: number,
  levers: readonly Lever[],
  { t, language }: { readonly t: TFunction; readonly language: Language },
): string {
  if (chances !== undefined)
    return t(`engine.assumptions.chance.${value < 0 ? "low" : value > 0 ? "high" : "likely"}`);
  if (kind === "uncertain") {
    const isAddition = name === "inflation" || name === "attendance";
    return `${isAddition && value > 0 ? "+" : ""}${formatRatio(value, language)}`;
  }
  const lever = levers.find(({ path }) => path === name);
  return lever === undefined ? String(value) : formatLeverNumber(lever, value, language);
}
