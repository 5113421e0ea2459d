import type { Lever, LeverValue, LeverValues } from "./lever";
import { type IndicatorDefinition, indicatorDefinitions, type Outcome, type TaskOutcome } from "./outcome";

/** A scenario to compare; `levers` holds only what differs from the plan. */
export interface ScenarioResult {
  readonly levers: LeverValues;
  readonly outcome: Outcome;
}

/** A lever that does not stand at the same value in all scenarios. */
export interface ComparedAssumption {
  readonly lever: Lever;
  /** One a scenario, in their order. */
  readonly values: readonly LeverValue[];
}

export type Verdict = "better" | "worse" | "changed" | "same";

export interface ComparedIndicator {
  readonly definition: IndicatorDefinition;
  readonly values: readonly (number | null)[];
  /** From the first scenario; null where there is nothing to subtract. */
  readonly differences: readonly (number | null)[];
  readonly verdicts: readonly Verdict[];
}

export interface ComparedTask {
  readonly taskId: string;
  readonly outcomes: readonly TaskOutcome[];
  /** Status, delay or funded part is not the same in all scenarios. */
  readonly differs: boolean;
}

export interface Comparison {
  readonly assumptions: readonly ComparedAssumption[];
  readonly indicators: readonly ComparedIndicator[];
  /** In the order of the plan. */
  readonly tasks: readonly ComparedTask[];
}

/**
 * Scenarios of one plan side by side, differences from the first. `levers` are
 * those of the plan (listLevers); values of levers that it does not list are
 * passed over, as evaluation does.
 */
export const compareScenarios = (
  levers: readonly Lever[],
  scenarios: readonly ScenarioResult[],
): Comparison => ({
  assumptions: listAssumptions(levers, scenarios),
  indicators: indicatorDefinitions.map((definition) => compareIndicator(definition, scenarios)),
  tasks: compareTasks(scenarios),
});

function listAssumptions(
  levers: readonly Lever[],
  scenarios: readonly ScenarioResult[],
): readonly ComparedAssumption[] {
  return levers.flatMap((lever) => {
    const { path } = lever;
    // A year of a path stands at what the whole path is set to, but is only worth a line where it is set itself.
    const wholePath = path.replace(/\.\d{4}$/, "");
    const isSet = scenarios.map((scenario) => scenario.levers[path] !== undefined);
    if (!isSet.includes(true)) return [];
    const values = scenarios.map(
      ({ levers: set }) => set[path] ?? (wholePath === path ? undefined : set[wholePath]) ?? lever.planValue,
    );
    // A path that is made flat differs from the plan's even where its mean is the same.
    const differs = values.some((value) => value !== values[0]) || (isSet.includes(false) && isPath(lever));
    return differs ? [{ lever, values }] : [];
  });

  function isPath({ path }: Lever): boolean {
    return levers.some(
      (other) => /^\.\d{4}$/.test(other.path.slice(path.length)) && other.path.startsWith(path),
    );
  }
}

function compareIndicator(
  definition: IndicatorDefinition,
  scenarios: readonly ScenarioResult[],
): ComparedIndicator {
  const values = scenarios.map(({ outcome }) => outcome.indicators[definition.key]);
  const [first = null] = values;
  const differences = values.map((value) => (value === null || first === null ? null : value - first));
  return {
    definition,
    values,
    differences,
    verdicts: differences.map((difference, index) =>
      difference === null && values[index] !== first
        ? "changed"
        : judgeDifference(difference ?? 0, definition.better),
    ),
  };
}

/** Whether a difference is an improvement. Differences below 1e-9 of noise count as none. */
export function judgeDifference(difference: number, better: IndicatorDefinition["better"]): Verdict {
  if (Math.abs(difference) < 1e-9) return "same";
  if (better === "neither") return "changed";
  return difference > 0 === (better === "higher") ? "better" : "worse";
}

const compareTasks = (scenarios: readonly ScenarioResult[]): readonly ComparedTask[] =>
  (scenarios[0]?.outcome.tasks ?? []).map(({ taskId }, index) => {
    const outcomes = scenarios.flatMap(({ outcome }) => outcome.tasks[index] ?? []);
    const [first] = outcomes;
    const differs = outcomes.some(
      (task) =>
        task.status !== first?.status ||
        task.delayYears !== first.delayYears ||
        task.fundedRatio !== first.fundedRatio,
    );
    return { taskId, outcomes, differs };
  });
