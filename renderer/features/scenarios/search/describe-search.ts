import type { TFunction } from "i18next";
import type { Lever } from "../../../../core/scenario/lever";
import type { PlanCondition } from "../../../../core/scenario/search/seek-plan";
import type { WholeAnswers } from "../../../engine/compute-job";
import type { Language } from "../../../i18n/language";
import { nameLever, showLeverValue } from "../engine/lever-names";
import { formatMeasure, nameMeasure } from "../engine/measure-text";

interface Telling {
  readonly levers: readonly Lever[];
  readonly t: TFunction;
  readonly language: Language;
}

/** "Tasks funded at least 9". */
export const describeCondition = (
  { measure, relation, bound }: PlanCondition,
  { t, language }: Pick<Telling, "t" | "language">,
): string =>
  t(`engine.search.condition.${relation}`, {
    name: nameMeasure(measure, t),
    bound: formatMeasure(measure, bound, language),
  });

/** The answer of a goal search; one out of reach says how close it comes. */
export function describeGoal(
  answer: WholeAnswers["seek"],
  lever: Lever,
  condition: PlanCondition,
  { levers, t, language }: Telling,
): string {
  const name = nameLever(lever, levers, t);
  const show = (value: number) => showLeverValue(lever, value, language, t);
  const figure = nameMeasure(condition.measure, t);
  const figureAt = (value: number) => formatMeasure(condition.measure, value, language);
  if (answer.ok) {
    const { x, value, isMoved } = answer.value;
    return t(isMoved ? "engine.search.found" : "engine.search.already", {
      name,
      x: show(x),
      figure,
      value: figureAt(value),
    });
  }
  const { error } = answer;
  if (error.type !== "out-of-reach") return t("engine.search.notNumeric", { name });
  if (Number.isNaN(error.value)) return t("engine.noFigure");
  return t("engine.search.outOfReach", {
    name,
    minimum: show(lever.minimum ?? error.x),
    maximum: show(lever.maximum ?? error.x),
    condition: describeCondition(condition, { t, language }),
    x: show(error.x),
    figure,
    value: figureAt(error.value),
  });
}

/** The answer of a search for the smallest size, and what stands in the way of each condition where there is none. */
export function describeSmallest(
  answer: WholeAnswers["smallest"],
  lever: Lever,
  conditions: readonly PlanCondition[],
  { levers, t, language }: Telling,
): readonly string[] {
  const name = nameLever(lever, levers, t);
  if (answer.ok) {
    const figures = conditions.map(({ measure }, index) =>
      t("engine.search.figureIs", {
        figure: nameMeasure(measure, t),
        value: formatMeasure(measure, answer.value.values[index] ?? null, language),
      }),
    );
    return [t("engine.search.smallestFound", { name, size: answer.value.size, figures: figures.join("; ") })];
  }
  const { error } = answer;
  if (error.type !== "no-size") return [t("engine.search.notNumeric", { name })];
  return [
    t("engine.search.noSize", { name, minimum: lever.minimum, maximum: lever.maximum }),
    ...conditions.map((condition, index) => {
      const alone = error.conditions[index];
      const asked = describeCondition(condition, { t, language });
      if (alone === undefined) return asked;
      const { smallest, largest, closestSize, closestValue } = alone;
      if (smallest !== null && largest !== null)
        return smallest === largest
          ? t("engine.search.metAt", { asked, size: smallest })
          : t("engine.search.metBetween", { asked, smallest, largest });
      if (Number.isNaN(closestValue)) return t("engine.search.metNeverNoFigure", { asked });
      const value = formatMeasure(condition.measure, closestValue, language);
      return t("engine.search.metNever", { asked, size: closestSize, value });
    }),
  ];
}
