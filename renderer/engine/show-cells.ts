import { findField, isEntityName } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import type { RowDifference } from "../../core/planfile/compare-plans";
import type { ChangedCell } from "../../core/planfile/list-history";
import type { CellJson } from "../../core/planfile/plan-log";
import type { ShownCell, ShownDifference, ShownValue } from "./history-api";
import { namePlanRow } from "./name-plan-row";

/** A value with the name of the row that it refers to. */
export function showValue(tables: PlanTables, entity: string, field: string, value: CellJson): ShownValue {
  const target = isEntityName(entity) ? findField(entity, field)?.target : undefined;
  const isReference = target !== undefined && typeof value === "string" && value !== "";
  return { value, rowName: isReference ? namePlanRow(tables, target, value) : null };
}

export const showChangedCell = (
  tables: PlanTables,
  { entity, rowId, field, from, to }: ChangedCell,
): ShownCell => ({
  entity,
  rowId,
  rowName: namePlanRow(tables, entity, rowId),
  field,
  from: showValue(tables, entity, field, from),
  to: showValue(tables, entity, field, to),
});

/** Differences between two plans, each value named in the plan that it comes from. */
export const showDifferences = (
  differences: readonly RowDifference[],
  before: PlanTables,
  after: PlanTables,
): readonly ShownDifference[] =>
  differences.map((difference) => {
    const { entity, rowId, otherRowId, kind } = difference;
    const name =
      kind === "added" ? namePlanRow(after, entity, otherRowId) : namePlanRow(before, entity, rowId);
    return {
      ...difference,
      name,
      cells: difference.cells.map(({ field, from, to }) => ({
        entity,
        rowId,
        rowName: name,
        field,
        from: showValue(before, entity, field, from),
        to: showValue(after, entity, field, to),
      })),
    };
  });
