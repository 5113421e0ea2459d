import { err, ok, type Result } from "../../../../core/result";
import type { Lever } from "../../../../core/scenario/lever";
import type { SweepAxis } from "../../../../core/scenario/sweep/sweep-axis";
import type { Language } from "../../../i18n/language";
import { editableInUnit } from "../../../ui/format-money";
import { editablePercent } from "../../../ui/format-ratio";
import { type LeverTextError, parseLeverText, unitOfLever } from "../lever-text";

/** One lever of a sweep, as it is typed. */
export interface AxisDraft {
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly step: string;
}

/** More columns or rows than this are no picture any more. */
export const MOST_AXIS_VALUES = 60;

export type AxisProblem =
  | { readonly type: "text"; readonly box: "from" | "to" | "step"; readonly error: LeverTextError }
  | { readonly type: "reversed" }
  | { readonly type: "zero-width" }
  | { readonly type: "step-not-positive" }
  | { readonly type: "too-many"; readonly count: number };

/**
 * The values of an axis: from, from + step … up to `to`, which belongs to it
 * where the steps meet it. Ranges must rise and lie within the lever's own.
 */
export function readAxis(lever: Lever, draft: AxisDraft, language: Language): Result<SweepAxis, AxisProblem> {
  const bounds = { from: 0, to: 0 };
  for (const box of ["from", "to"] as const) {
    const parsed = parseLeverText(lever, draft[box], language);
    if (!parsed.ok) return err({ type: "text", box, error: parsed.error });
    bounds[box] = parsed.value;
  }
  // A step is no value of the lever: only its kind and unit count.
  const step = parseLeverText(
    { ...lever, minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    draft.step,
    language,
  );
  const money =
    lever.kind === "money" ? parseLeverText({ ...lever, minimum: 0 }, draft.step, language) : step;
  if (!money.ok) return err({ type: "text", box: "step", error: money.error });
  const stepValue = money.value;
  if (!(stepValue > 0)) return err({ type: "step-not-positive" });
  const { from, to } = bounds;
  if (to < from) return err({ type: "reversed" });
  if (to === from) return err({ type: "zero-width" });
  const count = Math.floor((to - from) / stepValue + ROUNDING_TOLERANCE) + 1;
  if (count > MOST_AXIS_VALUES) return err({ type: "too-many", count });
  return ok({
    path: lever.path,
    values: Array.from({ length: count }, (_, index) => Number((from + index * stepValue).toPrecision(12))),
  });
}

/** .02 to .1 by .02 are five values although .08 ÷ .02 is 3.9999999999999996. */
const ROUNDING_TOLERANCE = 1e-9;

/** What an axis of this lever starts from: around ten values about what the plan has. */
export function draftAxis(lever: Lever): AxisDraft {
  const { path, minimum = 0, maximum = 100, kind } = lever;
  const planned = typeof lever.planValue === "number" ? lever.planValue : minimum;
  const [from, to, step] = suggestRange(lever, planned);
  const keep = (value: number) => Math.min(maximum, Math.max(minimum, value));
  const show = (value: number) => {
    if (kind === "ratio") return editablePercent(value);
    return kind === "money" ? editableInUnit(value, unitOfLever(lever)) : String(value);
  };
  return { path, from: show(keep(from)), to: show(keep(to)), step: show(step) };
}

function suggestRange(lever: Lever, planned: number): readonly [number, number, number] {
  switch (lever.kind) {
    case "count": {
      if (lever.unit === "year") return [lever.minimum ?? planned, lever.maximum ?? planned, 1];
      const step = Math.max(1, Math.round(planned / 15));
      const from = Math.max(lever.minimum ?? 0, planned - 5 * step);
      return [from, from + 15 * step, step];
    }
    case "ratio":
      return planned > 0.2 ? [planned - 0.25, planned + 0.25, 0.05] : [0, Math.max(0.1, 2 * planned), 0.01];
    case "money": {
      const step = roundToOneDigit(planned / 10);
      return [Math.max(0, planned - 5 * step), planned + 5 * step, step];
    }
    default:
      return [planned * 0.5, planned * 1.5, planned === 0 ? 1 : planned / 10];
  }
}

/** 432,100 → 400,000; at least the thousand that amounts are typed in. */
function roundToOneDigit(amountWon: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1000, amountWon)));
  return Math.max(size, Math.floor(amountWon / size) * size);
}
