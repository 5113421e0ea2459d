import type { ComparedIndicator } from "../../../core/scenario/compare-scenarios";
import type { IndicatorKey } from "../../../core/scenario/outcome";
import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";

/** A bar in parts of the room that the longest one takes. */
export interface Bar {
  readonly lengthRatio: number;
  /** Where P10 and P90 lie; null where nothing was drawn. */
  readonly spread: { readonly fromRatio: number; readonly toRatio: number } | null;
  /** The end of whatever reaches further. */
  readonly endRatio: number;
}

/** The bars of one figure in the order of the columns, on a scale of their own. They show sizes, whatever the sign. */
export function layOutBars(
  { definition, values }: Pick<ComparedIndicator, "definition" | "values">,
  summaries: readonly (DrawsSummary | null)[],
): readonly Bar[] {
  const spreads = values.map((_, index) => findSpread(summaries[index], definition.key));
  const sizes = [...values.map((value) => value ?? 0), ...spreads.flatMap((spread) => spread ?? [])];
  const longest = Math.max(...sizes.map(Math.abs), Number.MIN_VALUE);
  return values.map((value, index) => {
    const lengthRatio = Math.abs(value ?? 0) / longest;
    const [from, to] = (spreads[index] ?? []).map((size) => Math.abs(size) / longest).sort((a, b) => a - b);
    const spread = from === undefined || to === undefined ? null : { fromRatio: from, toRatio: to };
    return { lengthRatio, spread, endRatio: Math.max(lengthRatio, to ?? 0) };
  });
}

/** P10 and P90 of a figure in one column; null where nothing was drawn, or no draw has the figure. */
export function findSpread(
  summary: DrawsSummary | null | undefined,
  key: IndicatorKey,
): readonly [number, number] | null {
  const found = summary?.indicators.find((indicator) => indicator.key === key);
  return found === undefined || found.p10 === null || found.p90 === null ? null : [found.p10, found.p90];
}
