import { findMeasure, type MeasureDefinition } from "../../core/scenario/measures";
import { CliFailure, suggest } from "./cli-failure";

/** The measure of this name; throws a CliFailure that names the nearest. */
export function requireMeasure(name: string): MeasureDefinition {
  const found = findMeasure(name.trim());
  if (found.ok) return found.value;
  throw new CliFailure(2, {
    ...found.error,
    message: `There is no figure "${name}".${suggest(found.error.nearest)} "civplan evaluate FILE --json" names them under "indicators"; searches also know requiredTasksDropped, weakestGroupSeatedRatio and allGroupsSeatedRatio.`,
  });
}
