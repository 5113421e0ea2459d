import type { MeasureKey } from "../../../../core/scenario/measures";
import type { PlanFactor } from "../../../../core/scenario/sensitivity/plan-factors";
import type { SensitivityAnswer, SensitivityMethodName } from "../../../engine/compute-job";

/** A factor's bar: where it begins and ends on the axis, and the figures of its row in the table. */
export interface SensitivityBar {
  readonly factor: PlanFactor;
  /** What decides the order: the swing, µ*, the total index. */
  readonly size: number;
  /** From and to on the axis; a tornado has one for the low and one for the high end. */
  readonly parts: readonly { readonly from: number; readonly to: number; readonly series: 1 | 2 }[];
  /** In the order of the method's columns; null where there is no figure. */
  readonly figures: readonly (number | null)[];
}

export interface SensitivityChart {
  readonly bars: readonly SensitivityBar[];
  readonly minimum: number;
  readonly maximum: number;
  /** Where the bars begin: the scenario's own figure in a tornado, else 0. */
  readonly origin: number;
}

/** The bars of a figure, the widest first; null where the figure has no value. */
export function makeSensitivityChart(
  { factors, byMeasure }: SensitivityAnswer,
  method: SensitivityMethodName,
  measure: MeasureKey,
): SensitivityChart | null {
  const found = byMeasure.find((entry) => entry.measure === measure);
  if (found === undefined) return null;
  const factorAt = (input: number): readonly PlanFactor[] => factors.slice(input, input + 1);
  switch (method) {
    case "tornado": {
      const origin = found.tornado[0]?.base ?? Number.NaN;
      if (Number.isNaN(origin)) return null;
      const bars = found.tornado.flatMap(({ input, atLow, atHigh, swing }) => {
        const part = (to: number, series: 1 | 2) => (Number.isNaN(to) ? [] : [{ from: origin, to, series }]);
        return factorAt(input).map(
          (factor): SensitivityBar => ({
            factor,
            size: swing,
            parts: [...part(atLow, 1), ...part(atHigh, 2)],
            figures: [toNull(atLow), toNull(atHigh), swing],
          }),
        );
      });
      return frame(bars, origin);
    }
    case "morris": {
      const bars = found.morris.flatMap(({ input, meanSize, mean, spread }) =>
        factorAt(input).map(
          (factor): SensitivityBar => ({
            factor,
            size: meanSize,
            parts: [{ from: 0, to: meanSize, series: 1 }],
            figures: [meanSize, mean, spread],
          }),
        ),
      );
      return frame(bars, 0);
    }
    case "sobol": {
      const bars = found.sobol.flatMap(({ input, first, total, firstError, totalError }) =>
        factorAt(input).map(
          (factor): SensitivityBar => ({
            factor,
            size: total,
            // An index below 0 is noise around nothing.
            parts: [
              { from: 0, to: Math.max(0, total), series: 2 },
              { from: 0, to: Math.max(0, first), series: 1 },
            ],
            figures: [first, firstError, total, totalError],
          }),
        ),
      );
      return frame(
        bars.sort((a, b) => b.size - a.size),
        0,
      );
    }
  }
}

const toNull = (value: number) => (Number.isNaN(value) ? null : value);

function frame(bars: readonly SensitivityBar[], origin: number): SensitivityChart {
  const ends = [origin, ...bars.flatMap(({ parts }) => parts.map(({ to }) => to))];
  return { bars, origin, minimum: Math.min(...ends), maximum: Math.max(...ends) };
}
