import type { ComparedIndicator } from "../../../core/scenario/compare-scenarios";
import type { IndicatorKey } from "../../../core/scenario/outcome";
import type { ComparisonView } from "./comparison-view";

/** The figures that small multiples show. */
const mainKeys: readonly IndicatorKey[] = [
  "costToCeilingRatio",
  "tasksFunded",
  "committeeCostWon",
  "residentShareDecidedRatio",
  "residentShareExecutedRatio",
  "unspentWon",
  "staffLoadRatio",
  "presenceAtMeetingRatio",
];

/** The main figures that the plan has anything to compute from. */
export const listMainIndicators = ({ comparison }: ComparisonView): readonly ComparedIndicator[] =>
  mainKeys.flatMap((key) => {
    const found = comparison.indicators.find(({ definition }) => definition.key === key);
    return found?.values.some((value) => value !== null) ? [found] : [];
  });
