import type { RobustnessAnswer } from "../../../engine/compute-job";

/** Which scenarios keep all tasks that a law asks for in a future, and what the others drop. */
export interface KeepRequired {
  readonly keeping: readonly number[];
  readonly dropping: readonly { readonly scenario: number; readonly taskIds: readonly string[] }[];
}

/** For one future; scenarios by index, in their order. */
export function listKeepRequired({ outcomes }: RobustnessAnswer, future: number): KeepRequired {
  const dropped = outcomes.map((row, scenario) => ({
    scenario,
    taskIds: row[future]?.droppedRequiredIds ?? [],
  }));
  return {
    keeping: dropped.filter(({ taskIds }) => taskIds.length === 0).map(({ scenario }) => scenario),
    dropping: dropped.filter(({ taskIds }) => taskIds.length > 0),
  };
}
