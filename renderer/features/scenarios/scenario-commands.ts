import type { Command } from "../../../core/plan/command";
import { leverId } from "../../../core/plan/row-id";
import type { LeverValue, LeverValues } from "../../../core/scenario/lever";
import { ownLeversOf } from "../../../core/scenario/scenario-levers";
import type { ScenarioSummary } from "../../engine/plan-api";
import { positionAfter } from "../../session/position-after";

const leverRow = (scenarioId: string, [path, value]: readonly [string, LeverValue | null]) => ({
  entity: "scenarioLever" as const,
  rowId: leverId(scenarioId, path),
  cells: { value: JSON.stringify(value) },
});

/**
 * A new scenario at the end of the list, with its levers, as one step. Of one
 * that builds on another only what differs from it is kept.
 */
export const addScenario = (
  scenarioId: string,
  title: string,
  levers: LeverValues,
  existing: readonly ScenarioSummary[],
  parent: ScenarioSummary | null = null,
): Command => ({
  type: "add-rows",
  rows: [
    {
      entity: "scenario",
      rowId: scenarioId,
      cells: { title, position: positionAfter(existing), parentId: parent?.id ?? "" },
    },
    ...Object.entries(ownLeversOf(levers, parent?.levers ?? {})).map((entry) => leverRow(scenarioId, entry)),
  ],
});

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
  const edits = [...paths].flatMap((path) => {
    // What this scenario had set and now has like its parent stays set: null would mean the plan's value.
    const value = wanted[path] ?? levers[path] ?? null;
    return saved.ownLevers[path] === value ? [] : [leverRow(saved.id, [path, value])];
  });
  return edits.length === 0 ? null : { type: "set-cells", edits };
}

export const renameScenario = (scenarioId: string, title: string): Command => ({
  type: "set-cells",
  edits: [{ entity: "scenario", rowId: scenarioId, cells: { title } }],
});

/**
 * Makes scenarios that build on this one stand on their own, with the levers
 * that they have now; null when there are none. To be done before it is deleted.
 */
export function detachChildren(scenario: ScenarioSummary, all: readonly ScenarioSummary[]): Command | null {
  const edits = all
    .filter(({ parentId, id }) => parentId === scenario.id && id !== scenario.id)
    .flatMap(listDetaching);
  return edits.length === 0 ? null : { type: "set-cells", edits };
}

/** Makes a scenario stand on its own, with the levers that it has now, as one step. */
export const detachScenario = (scenario: ScenarioSummary): Command => ({
  type: "set-cells",
  edits: listDetaching(scenario),
});

const listDetaching = (scenario: ScenarioSummary) => [
  { entity: "scenario" as const, rowId: scenario.id, cells: { parentId: "" } },
  ...Object.entries(scenario.levers)
    .filter(([path, value]) => scenario.ownLevers[path] !== value)
    .map((entry) => leverRow(scenario.id, entry)),
];

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
