import { generateKeyBetween } from "fractional-indexing";
import type { Command } from "../../../core/plan/command";
import { leverId } from "../../../core/plan/row-id";
import type { LeverValue, LeverValues } from "../../../core/scenario/lever";
import { ownLeversOf } from "../../../core/scenario/scenario-levers";
import type { ScenarioSummary } from "../../engine/plan-api";

const leverRow = (scenarioId: string, [path, value]: readonly [string, LeverValue | null]) => ({
  entity: "scenarioLever" as const,
  rowId: leverId(scenarioId, path),
  cells: { value: JSON.stringify(value) },
});

/** A new scenario at the end of the list, with its levers, as one step. */
export function addScenario(
  scenarioId: string,
  title: string,
  levers: LeverValues,
  existing: readonly ScenarioSummary[],
): Command {
  const lastPosition = existing.map(({ position }) => position).reduce((a, b) => (a > b ? a : b), "");
  const position = generateKeyBetween(lastPosition === "" ? null : lastPosition, null);
  return {
    type: "add-rows",
    rows: [
      { entity: "scenario", rowId: scenarioId, cells: { title, position } },
      ...Object.entries(levers).map((entry) => leverRow(scenarioId, entry)),
    ],
  };
}

/**
 * What makes a saved scenario's levers these, as one step; null when they are
 * these already. A lever that is back at the plan is kept as JSON null, which
 * also overrides a scenario that this one builds on.
 */
export function updateScenario(
  saved: ScenarioSummary,
  parentLevers: LeverValues,
  levers: LeverValues,
): Command | null {
  const wanted = ownLeversOf(levers, parentLevers);
  const paths = new Set([...Object.keys(wanted), ...Object.keys(saved.ownLevers)]);
  const changed = [...paths].filter((path) => (wanted[path] ?? null) !== (saved.ownLevers[path] ?? null));
  const back = [...paths].filter((path) => wanted[path] === null && saved.ownLevers[path] === undefined);
  const edits = [...new Set([...changed, ...back])].map((path) =>
    leverRow(saved.id, [path, wanted[path] ?? null]),
  );
  return edits.length === 0 ? null : { type: "set-cells", edits };
}

export const renameScenario = (scenarioId: string, title: string): Command => ({
  type: "set-cells",
  edits: [{ entity: "scenario", rowId: scenarioId, cells: { title } }],
});

export const deleteScenario = ({ id, ownLevers }: ScenarioSummary): Command => ({
  type: "delete-rows",
  rows: [
    { entity: "scenario", rowId: id },
    ...Object.keys(ownLevers).map((path) => ({
      entity: "scenarioLever" as const,
      rowId: leverId(id, path),
    })),
  ],
});
