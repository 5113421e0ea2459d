import { type MeasureKey, measureDefinitions } from "../../core/scenario/measures";
import { formatIndicator } from "./format-values";
import { indicatorLabels } from "./indicator-labels";

/** Names of all figures that a search may aim at. */
export const measureLabels: Readonly<Record<MeasureKey, string>> = {
  ...indicatorLabels,
  requiredTasksDropped: "Tasks required by law that are dropped",
  weakestGroupSeatedRatio: "Weakest group of 5 % or more has a seat",
  allGroupsSeatedRatio: "All groups of 5 % or more have a seat (at least)",
};

/** A measure's value in its unit. */
export function formatMeasure(key: MeasureKey, value: number | null): string {
  const definition = measureDefinitions.find((candidate) => candidate.key === key);
  if (value === null || !Number.isFinite(value) || definition === undefined) return "–";
  // Averages of whole things have parts.
  const isPart = !Number.isInteger(value) && ["tasks", "year"].includes(definition.unit);
  return isPart ? value.toFixed(1) : formatIndicator(value, definition.unit);
}
