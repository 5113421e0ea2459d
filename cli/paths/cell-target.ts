import type { CellValue, EntityName } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { readCellText } from "./read-cell-text";

/** One cell of the plan. */
export interface CellPlace {
  /** The full path of the cell, with what the person left out filled in. */
  readonly path: string;
  readonly entity: EntityName;
  readonly rowId: string;
  readonly field: string;
}

/** One cell that an assignment sets. */
export interface CellTarget extends CellPlace {
  readonly value: CellValue;
}

/** A cell with the value that a text means in it. */
export const targetCell = (
  tables: PlanTables,
  place: CellPlace,
  typedPath: string,
  text: string,
): CellTarget => ({ ...place, value: readCellText(tables, typedPath, place.entity, place.field, text) });
