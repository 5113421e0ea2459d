import type { TFunction } from "i18next";
import { err, ok, type Result } from "../../../../core/result";
import type { Future } from "../../../../core/scenario/robustness/futures";
import { parsePlainNumber } from "../../../ui/parse-amount";

/** A future as it is typed: changes in per cent, with a sign; empty is no change. */
export interface FutureDraft {
  readonly name: string;
  readonly revenue: string;
  readonly costs: string;
}

/** What is compared unless one says otherwise: the plan's own world, less money, dearer tasks, both, more money. */
export const initialFutures = (t: TFunction): readonly FutureDraft[] => [
  { name: t("engine.robustness.asPlanned"), revenue: "", costs: "" },
  { name: t("engine.robustness.lessRevenue"), revenue: "-10", costs: "" },
  { name: t("engine.robustness.dearer"), revenue: "", costs: "10" },
  { name: t("engine.robustness.both"), revenue: "-10", costs: "10" },
  { name: t("engine.robustness.moreRevenue"), revenue: "5", costs: "" },
];

export type ChangeError =
  | { readonly type: "not-a-change"; readonly input: string }
  | { readonly type: "change-out-of-range" };

/** Below −99 % nothing would be left, and beyond ten times as much no plan is compared. */
const LEAST = -0.99;
const MOST = 9;

/** Reads `-10`, `−10 %`, `+5`: a change in per cent as a factor (0.9, 0.9, 1.05); nothing is 1. */
export function readChange(text: string): Result<number, ChangeError> {
  const normal = text
    .normalize("NFKC")
    .trim()
    .replace(/^[−–△]/, "-")
    .replace(/\s*%$/, "");
  if (normal === "") return ok(1);
  const parsed = parsePlainNumber(normal.replace(/^[+-]\s*/, ""));
  if (!parsed.ok) return err({ type: "not-a-change", input: text });
  const change = ((normal.startsWith("-") ? -1 : 1) * parsed.value) / 100;
  if (change < LEAST || change > MOST) return err({ type: "change-out-of-range" });
  return ok(Number((1 + change).toPrecision(12)));
}

/** The futures of all rows; null where one cannot be read or has no name of its own. */
export function readFutures(drafts: readonly FutureDraft[]): readonly Future[] | null {
  const names = new Set(drafts.map(({ name }) => name.trim()));
  if (drafts.length === 0 || names.size < drafts.length || names.has("")) return null;
  const futures = drafts.flatMap(({ name, revenue, costs }): Future[] => {
    const [ceilingFactor, costFactor] = [readChange(revenue), readChange(costs)];
    if (!ceilingFactor.ok || !costFactor.ok) return [];
    return [
      {
        name: name.trim(),
        set: {},
        ceilingFactorBySource: {},
        ...(ceilingFactor.value === 1 ? {} : { ceilingFactor: ceilingFactor.value }),
        ...(costFactor.value === 1 ? {} : { costFactor: costFactor.value }),
      },
    ];
  });
  return futures.length === drafts.length ? futures : null;
}
