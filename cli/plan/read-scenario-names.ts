import type { PlanTables } from "../../core/plan/plan-tables";
import { isScenarioName } from "./choose-scenario";

/** Names typed as `A,B,…`, or those given when nothing was typed. A title may hold a comma: then it is not split. */
export function readScenarioNames(
  tables: PlanTables,
  typed: readonly string[],
  otherwise: readonly string[],
): readonly string[] {
  if (typed.length === 0) return otherwise;
  return typed.flatMap((value) =>
    isScenarioName(tables, value) ? [value] : value.split(",").map((name) => name.trim()),
  );
}
