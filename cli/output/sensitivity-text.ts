import type { SensitivityJob } from "../../core/scenario/jobs/scenario-job";
import type { MeasureKey } from "../../core/scenario/measures";
import { formatNumber } from "./format-values";
import { formatMeasure, measureLabels } from "./measure-labels";
import { formatSection, formatTable, joinSections } from "./text-table";

interface FigureEffects {
  readonly figure: MeasureKey;
  readonly effects: readonly Readonly<Record<string, number | string>>[] | null;
}

/** A step of the evaluation's grade. */
const nameStep = (steps: number) => (steps < 0 ? "one lower" : steps > 0 ? "one higher" : "the same");

const right = (title: string) => ({ title, align: "right" as const });

/** What each figure depends on, most first. */
export const sensitivityText = (
  { method, factors }: SensitivityJob,
  results: readonly FigureEffects[],
): string =>
  joinSections(
    ...results.map(({ figure, effects }) => {
      if (effects === null)
        return `${measureLabels[figure]}: the plan has nothing to compute it from at some of the points.`;
      const numberOf = (effect: (typeof effects)[number], key: string) => Number(effect[key]);
      const rangeOf = (name: string) => {
        const factor = factors.find((candidate) => candidate.name === name);
        if (factor === undefined) return "";
        const show = factor.chances === undefined ? formatNumber : nameStep;
        return `${show(factor.low)} … ${show(factor.high)}`;
      };
      const head = (effect: (typeof effects)[number]) => [
        String(effect.factor),
        rangeOf(String(effect.factor)),
      ];
      if (method.method === "tornado")
        return formatSection(
          `${measureLabels[figure]}: one at a time`,
          formatTable(
            [{ title: "Factor" }, { title: "Range" }, right("At low"), right("As it is"), right("At high")],
            effects.map((effect) => [
              ...head(effect),
              ...["atLow", "base", "atHigh"].map((key) => formatMeasure(figure, numberOf(effect, key))),
            ]),
          ),
        );
      const columns =
        method.method === "morris"
          ? ([
              ["meanSize", "Mean effect (µ*)"],
              ["mean", "Direction (µ)"],
              ["spread", "Spread (σ)"],
            ] as const)
          : ([
              ["first", "Alone"],
              ["total", "With others"],
              ["totalError", "± (s.e.)"],
            ] as const);
      return formatSection(
        `${measureLabels[figure]}: ${method.method === "morris" ? "elementary effects over the whole range" : "parts of the variance"}`,
        formatTable(
          [{ title: "Factor" }, { title: "Range" }, ...columns.map(([, title]) => right(title))],
          effects.map((effect) => [
            ...head(effect),
            ...columns.map(([key]) => numberOf(effect, key).toPrecision(4)),
          ]),
        ),
      );
    }),
  );
