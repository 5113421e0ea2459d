import type { CliSystem } from "../system";
import type { ScenarioChoice } from "./choose-scenario";

/** Says which levers of a scenario have no target in the plan any more and are passed over. */
export function warnOfOrphans(system: CliSystem, { name, orphanedLevers }: ScenarioChoice): void {
  if (orphanedLevers.length > 0)
    system.writeError(
      `Scenario ${name}: passed over, since the plan has nothing to apply them to: ${orphanedLevers.join(", ")}.\n`,
    );
}
