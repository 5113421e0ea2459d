import type { PlanTables } from "../plan/plan-tables";
import type { LeverValue, LeverValues } from "./lever";

/**
 * The levers of a saved scenario, its own over those of the scenarios it builds
 * on. A circle of parents ends where it closes. Values that are no JSON scalar
 * are passed over.
 */
export function readScenarioLevers(tables: PlanTables, scenarioId: string): LeverValues {
  const chain: string[] = [];
  for (
    let id = scenarioId;
    id !== "" && !chain.includes(id);
    id = tables.find("scenario", id)?.parentId ?? ""
  )
    chain.push(id);
  const rows = tables.all("scenarioLever");
  const levers: Record<string, LeverValue> = {};
  for (const id of chain.reverse())
    for (const row of rows) {
      const value = row.scenarioId === id ? parseLeverJson(row.value) : undefined;
      if (value !== undefined) levers[row.path] = value;
    }
  return levers;
}

function parseLeverJson(json: string): LeverValue | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "number" || typeof value === "string" || typeof value === "boolean"
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
