import { type MergeReport, mergePlans } from "../../../core/planfile/merge-plans";
import { PlanDocument } from "../../../core/planfile/plan-document";
import type { PlanLog } from "../../../core/planfile/plan-log";
import { editAs, openDatabase, type TestPlan } from "./make-plan";

/** Opens a copy of a plan on another computer, for another person. */
export const copyFor = (log: PlanLog, name: string, prefix: string, personId?: string): TestPlan =>
  editAs(PlanDocument.fromLog(openDatabase(), log), name, prefix, personId);

/** Merges, which must succeed. */
export function mergeOrThrow(ours: PlanLog, theirs: PlanLog): MergeReport {
  const merged = mergePlans(ours, theirs);
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  return merged.value;
}
