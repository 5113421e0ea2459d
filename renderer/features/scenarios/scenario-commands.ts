import { generateKeyBetween } from "fractional-indexing";
import type { Command } from "../../../core/plan/command";
import { leverId } from "../../../core/plan/row-id";
import type { LeverValue, LeverValues } from "../../../core/scenario/lever";
import type { ScenarioSummary } from "../../engine/plan-api";

const leverRow = (scenarioId: string, [path, value]: readonly [string, LeverValue]) => ({
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

/** What makes a saved scenario's levers these: one step for those that are set, one for those that are gone. */
export function updateScenario(saved: ScenarioSummary, levers: LeverValues): Command[] {
  const moved = Object.entries(levers).filter(([path, value]) => saved.levers[path] !== value);
  const gone = Object.keys(saved.levers).filter((path) => levers[path] === undefined);
  const commands: Command[] = [];
  if (moved.length > 0)
    commands.push({ type: "set-cells", edits: moved.map((entry) => leverRow(saved.id, entry)) });
  if (gone.length > 0)
    commands.push({
      type: "delete-rows",
      rows: gone.map((path) => ({ entity: "scenarioLever", rowId: leverId(saved.id, path) })),
    });
  return commands;
}

export const renameScenario = (scenarioId: string, title: string): Command => ({
  type: "set-cells",
  edits: [{ entity: "scenario", rowId: scenarioId, cells: { title } }],
});

export const deleteScenario = ({ id, levers }: ScenarioSummary): Command => ({
  type: "delete-rows",
  rows: [
    { entity: "scenario", rowId: id },
    ...Object.keys(levers).map((path) => ({
      entity: "scenarioLever" as const,
      rowId: leverId(id, path),
    })),
  ],
});
