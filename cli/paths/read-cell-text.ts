import { type CellValue, type EntityName, findField } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { readLeverText } from "../../core/scenario/check-levers";
import { findRowByCode, hasCode } from "./find-row-by-code";
import { failOnPath } from "./path-failure";

const YES = new Set(["true", "yes"]);
const NO = new Set(["false", "no"]);

/**
 * The value that a text means in a field: text as it is, numbers with or
 * without thousands separators, shares as `5%` or `0.05`, yes or no, the code
 * of another row. A number that cannot be read is passed on, so that the plan
 * refuses it with its own reason.
 */
export function readCellText(
  tables: PlanTables,
  path: string,
  entity: EntityName,
  fieldName: string,
  text: string,
): CellValue {
  const field = findField(entity, fieldName);
  if (entity === "evaluation" && fieldName === "gradeCode") {
    // A grade that does not exist would silently set no ceiling.
    if (text.trim() !== "") findExactCode(tables, path, "grade", text.trim());
    return text.trim();
  }
  switch (field?.kind) {
    case "text":
      return text;
    case "choice":
      return text.trim();
    case "boolean":
      return readYesNo(path, text);
    case "reference":
      return readReference(tables, path, field.target as EntityName, text.trim());
    default:
      return readLeverText(text);
  }
}

function readYesNo(path: string, text: string): boolean {
  const answer = text.trim().toLowerCase();
  if (YES.has(answer)) return true;
  if (NO.has(answer)) return false;
  throw failOnPath(path, "not-yes-or-no", `"${text}" is neither true nor false.`);
}

/** The id of the row with this code, or with this id; an empty text names none. */
export function readReference(tables: PlanTables, path: string, target: EntityName, text: string): string {
  if (text === "" || tables.find(target, text) !== undefined) return text;
  if (!hasCode(target)) throw failOnPath(path, "unknown-row", `there is no ${target} with the id ${text}.`);
  return findExactCode(tables, path, target, text);
}

/** The id of the row with exactly this code. */
function findExactCode(tables: PlanTables, path: string, entity: EntityName, code: string): string {
  const row = findRowByCode(tables, path, entity, code);
  if (row.rest === "") return row.rowId;
  throw failOnPath(path, "unknown-code", `there is no ${entity} "${code}".`);
}
