import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { SettledCell } from "../../core/plan/command";
import type { VersionPoint } from "../engine/history-api";
import { usePlanQuery } from "./plan-queries";
import type { OtherFile } from "./session-view";
import { useOpenDocument, useSessionServices } from "./use-plan-session";

/** What was done to one row, or to all of the plan. */
export interface RowFilter {
  readonly entity: string;
  readonly rowId: string;
  /** Null for the whole row. */
  readonly field: string | null;
}

export const useHistory = (only: RowFilter | null) =>
  usePlanQuery(`history ${JSON.stringify(only)}`, (plan) => {
    if (only === null) return plan.readHistory({});
    const { entity, rowId, field } = only;
    return plan.readHistory({ entity, rowId, ...(field === null ? {} : { field }) });
  });
export const useChange = (changeId: string) =>
  usePlanQuery(`change ${changeId}`, (plan) => plan.readChange(changeId));
export const useCellHistory = ({ entity, rowId, field }: RowFilter, limit: number) =>
  usePlanQuery(`cell-history ${entity} ${rowId} ${field ?? ""}`, (plan) =>
    plan.readCellHistory(entity, rowId, field, limit),
  );
export const useVersions = () => usePlanQuery("versions", (plan) => plan.readVersions());
export const useMerges = () => usePlanQuery("merges", (plan) => plan.readMerges());
export const useConflicts = () => usePlanQuery("conflicts", (plan) => plan.readConflicts());
export const useComparisonWithNow = (point: VersionPoint) =>
  usePlanQuery(`since ${JSON.stringify(point)}`, (plan) => plan.compareWithNow(point));

/** What is asked about another file is kept apart from what was asked about the one before it. */
function useOtherKey(other: OtherFile, name: string): readonly unknown[] {
  const { documentKey, plan } = useOpenDocument();
  return ["other", documentKey, plan.revision, other.heldId, name];
}

export function useMergePreview(other: OtherFile) {
  const { plan } = useSessionServices();
  return useQuery({ queryKey: useOtherKey(other, "preview"), queryFn: () => plan.previewMerge() });
}

export function useOtherComparison(other: OtherFile) {
  const { plan } = useSessionServices();
  return useQuery({ queryKey: useOtherKey(other, "comparison"), queryFn: () => plan.compareWithOther() });
}

export function useMergedProblems(other: OtherFile, settled: readonly SettledCell[]) {
  const { plan } = useSessionServices();
  return useQuery({
    queryKey: useOtherKey(other, `problems ${JSON.stringify(settled)}`),
    queryFn: () => plan.readMergedProblems(settled),
    placeholderData: keepPreviousData,
  });
}
