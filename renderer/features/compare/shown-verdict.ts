import type { ComparedIndicator, Verdict } from "../../../core/scenario/compare-scenarios";
import { directionOf } from "../../ui/format-difference";

/** Better or worse than the first column; the same where the figures shown would not tell them apart. */
export function shownVerdict(
  { definition, differences, verdicts }: ComparedIndicator,
  index: number,
): Verdict {
  const difference = differences[index] ?? null;
  if (difference !== null && directionOf(difference, definition.unit) === "same") return "same";
  return verdicts[index] ?? "same";
}
