import type { MeasureKey } from "../../core/scenario/measures";
import { formatRatio } from "./format-values";
import { formatMeasure, measureLabels } from "./measure-labels";
import { formatSection, formatTable, joinSections } from "./text-table";

interface RobustAnswer {
  readonly measure: MeasureKey;
  readonly threshold: number | null;
  readonly futures: readonly string[];
  readonly scenarios: readonly {
    readonly scenario: string;
    readonly values: readonly number[] | undefined;
    readonly worst: number;
    readonly mean: number;
    readonly maximumRegret: number;
    readonly satisficingRatio: number | null;
    readonly droppedRequired: readonly (readonly string[])[];
    readonly keepsRequired: boolean;
  }[];
  readonly requiredTasks: number;
  readonly keepRequired: readonly string[];
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

const RULES: Readonly<Record<string, string>> = {
  minimaxRegret: "Least regret",
  maximin: "Best worst case",
  maximax: "Best best case",
  laplace: "Best on average",
  satisficing: "Good enough most often",
};

const right = (title: string) => ({ title, align: "right" as const });

/** Scenarios under futures, for people: who keeps what the law asks for comes first. */
export function robustText(answer: RobustAnswer): string {
  const { measure, futures, scenarios, threshold, choices } = answer;
  const show = (value: number) => formatMeasure(measure, value);
  return joinSections(
    describeRequired(answer),
    formatSection(
      measureLabels[measure],
      formatTable(
        [
          { title: "Scenario" },
          ...futures.map(right),
          right("Worst"),
          right("Mean"),
          right("Regret"),
          ...(threshold === null ? [] : [right("Good enough")]),
        ],
        scenarios.map(({ scenario, values, worst, mean, maximumRegret, satisficingRatio }) => [
          scenario,
          ...(values ?? []).map(show),
          show(worst),
          show(mean),
          show(maximumRegret),
          ...(satisficingRatio === null ? [] : [formatRatio(satisficingRatio)]),
        ]),
      ),
    ),
    formatSection(
      "Which scenario each rule would choose",
      formatTable(
        [{ title: "Rule" }, { title: "Scenario" }],
        Object.entries(choices)
          .filter(([, chosen]) => chosen.length > 0)
          .map(([rule, chosen]) => [RULES[rule] ?? rule, chosen.join(", ")]),
      ),
    ),
    formatSection(
      "Tasks required by law that are dropped",
      formatTable(
        [{ title: "Scenario" }, ...futures.map((title) => ({ title }))],
        scenarios
          .filter(({ keepsRequired }) => !keepsRequired)
          .map(({ scenario, droppedRequired }) => [
            scenario,
            ...droppedRequired.map((codes) => (codes.length === 0 ? "none" : codes.join(", "))),
          ]),
      ),
    ),
  );
}

function describeRequired({ requiredTasks, keepRequired, scenarios }: RobustAnswer): string {
  if (requiredTasks === 0) return "No task of the plan is required by law.";
  if (keepRequired.length === 0) return "No scenario keeps all tasks required by law in every future.";
  if (keepRequired.length === scenarios.length)
    return "Every scenario keeps all tasks required by law in every future.";
  return `All tasks required by law are kept in every future by: ${keepRequired.join(", ")}.`;
}
