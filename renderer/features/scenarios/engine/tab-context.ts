import type { Command } from "../../../../core/plan/command";
import type { Lever, LeverValues } from "../../../../core/scenario/lever";
import type { ScenarioSummary, TaskGridView } from "../../../engine/plan-api";
import type { RowNames } from "../row-names";

/** What every tab of the Scenarios screen is given. */
export interface TabContext {
  readonly levers: readonly Lever[];
  /** The levers as they stand on the left. */
  readonly values: LeverValues;
  readonly scenarios: readonly ScenarioSummary[];
  readonly grid: TaskGridView;
  readonly names: RowNames;
  readonly isReadOnly: boolean;
  /** Keeps levers as a new scenario and shows it. */
  readonly onKeep: (title: string, levers: LeverValues) => void;
  /** Changes the plan itself as one step; false, with the reason above the tabs, where that is refused. */
  readonly onChangePlan: (command: Command) => Promise<boolean>;
  /** Moves the levers on the left, without keeping anything. */
  readonly onTry: (levers: LeverValues) => void;
}
