import type { PlanTables } from "../plan/plan-tables";
import type { LeverValue, LeverValues } from "./lever";

/** What a scenario itself says: values, and null where it goes back to the plan although a parent moved the lever. */
export type OwnLevers = Readonly<Record<string, LeverValue | null>>;

/**
 * The levers of a saved scenario, its own over those of the scenarios it builds
 * on. A circle of parents ends where it closes. Values that are no JSON scalar
 * are passed over. Levers whose target is gone are among them.
 */
export function readScenarioLevers(tables: PlanTables, scenarioId: string): LeverValues {
  const levers: Record<string, LeverValue> = {};
  for (const id of listScenarioChain(tables, scenarioId).reverse())
    for (const [path, value] of Object.entries(readOwnLevers(tables, id)))
      if (value === null) delete levers[path];
      else levers[path] = value;
  return levers;
}

/** What a saved scenario sets itself. */
export function readOwnLevers(tables: PlanTables, scenarioId: string): OwnLevers {
  const own: Record<string, LeverValue | null> = {};
  for (const row of tables.all("scenarioLever")) {
    if (row.scenarioId !== scenarioId) continue;
    const value = parseLeverJson(row.value);
    if (value !== undefined) own[row.path] = value;
  }
  return own;
}

/**
 * What has to be kept of `levers` in a scenario that builds on one with
 * `parentLevers`: only what differs; null for a lever that the parent moved and
 * this scenario leaves as the plan has it.
 */
export function ownLeversOf(levers: LeverValues, parentLevers: LeverValues): OwnLevers {
  const moved = Object.entries(levers).filter(([path, value]) => parentLevers[path] !== value);
  const back = Object.keys(parentLevers).filter((path) => levers[path] === undefined);
  return Object.fromEntries([...moved, ...back.map((path) => [path, null] as const)]);
}

/** The scenario, the one it builds on, and so on; a circle ends where it closes. */
function listScenarioChain(tables: PlanTables, scenarioId: string): string[] {
  const chain: string[] = [];
  for (
    let id = scenarioId;
    id !== "" && !chain.includes(id);
    id = tables.find("scenario", id)?.parentId ?? ""
  )
    chain.push(id);
  return chain;
}

function parseLeverJson(json: string): LeverValue | null | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isScalar =
      value === null ||
      (typeof value === "number" && Number.isFinite(value)) ||
      typeof value === "string" ||
      typeof value === "boolean";
    return isScalar ? (value as LeverValue | null) : undefined;
  } catch {
    return undefined;
  }
}
