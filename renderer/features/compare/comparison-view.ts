import type { TFunction } from "i18next";
import type { Comparison } from "../../../core/scenario/compare-scenarios";
import type { Lever, LeverValue } from "../../../core/scenario/lever";
import type { Outcome, TaskOutcome } from "../../../core/scenario/outcome";
import type { DrawsSummary } from "../../../core/scenario/uncertainty/summarise-draws";
import type { Language } from "../../i18n/language";
import { formatRatio } from "../../ui/format-ratio";
import { formatLeverNumber } from "../scenarios/lever-text";
import { shownStatus } from "../scenarios/shown-status";
import type { ComparedColumn } from "./compare-choice";

/** A comparison with what its parts are called: what tables, pictures and files show. */
export interface ComparisonView {
  readonly columns: readonly ComparedColumn[];
  readonly outcomes: readonly Outcome[];
  readonly comparison: Comparison;
  /** What simulations of the columns come to, null where there is nothing yet; empty while none are asked for. */
  readonly summaries: readonly (DrawsSummary | null)[];
}

/** A lever as people call it: "Governance council · Seats". */
export function nameLever(lever: Lever, t: TFunction): string {
  const name = t(`lever.${lever.name}`, { subject: lever.subject });
  return lever.group === "committee" && lever.subject !== "" ? `${lever.subject} · ${name}` : name;
}

/** The value of a lever as people read it. */
export function formatLeverValue(lever: Lever, value: LeverValue, t: TFunction, language: Language): string {
  if (typeof value === "number") return formatLeverNumber(lever, value, language);
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  return t(`leverChoice.${value}`, { defaultValue: value });
}

/** What becomes of a task, as glyph and words: "● funded", "▸ delayed, +1 y". */
export function describeTaskOutcome(task: TaskOutcome, t: TFunction, language: Language): string {
  switch (shownStatus(task)) {
    case "noAmounts":
      return `– ${t("status.noAmounts")}`;
    case "funded":
      return `● ${t("status.funded")}`;
    case "partial":
      return `◐ ${t("status.partial")} ${formatRatio(task.fundedRatio, language, 0)}`;
    case "delayed":
      return `▸ ${t("status.delayed")} ${t("scenarios.yearLater", { count: task.delayYears })}`;
    case "dropped":
      return `✕ ${t("status.dropped")}`;
  }
}
