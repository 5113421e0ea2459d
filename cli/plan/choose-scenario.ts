import { findNearestName } from "../../core/plan/nearest-name";
import type { PlanTables } from "../../core/plan/plan-tables";
import { checkLevers, readLeverText } from "../../core/scenario/check-levers";
import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import type { LeverValues } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";
import { readScenarioLevers } from "../../core/scenario/scenario-levers";
import { CliFailure, suggest } from "../failures/cli-failure";
import { failOnLever } from "../failures/lever-failure";
import { splitAssignment } from "../paths/split-assignment";

/** The name of the plan itself among scenarios. */
export const BASE_NAME = "base";

/** Levers of a scenario, and those of them whose target the plan no longer has. */
export interface ScenarioChoice {
  readonly name: string;
  readonly levers: LeverValues;
  readonly orphanedLevers: readonly string[];
}

/** Title of the scenario that a name means (`base`, a title in any case, or an id). */
function findScenario(tables: PlanTables, name: string): { id: string; title: string } | null {
  const scenarios = tables.ordered("scenario");
  const lowerCase = name.trim().toLowerCase();
  const found =
    scenarios.find((scenario) => scenario.title === name || scenario.id === name) ??
    scenarios.find((scenario) => scenario.title.trim().toLowerCase() === lowerCase);
  if (found !== undefined) return found;
  if (lowerCase === BASE_NAME) return null;
  const known = [BASE_NAME, ...scenarios.map((scenario) => scenario.title)];
  const nearest = findNearestName(name, known);
  throw new CliFailure(2, {
    type: "unknown-scenario",
    message: `There is no scenario "${name}".${suggest(nearest)} Known: ${known.join(", ")}.`,
    name,
    nearest,
    known,
  });
}

/** True if the name means the plan itself or one of its scenarios. */
export const isScenarioName = (tables: PlanTables, name: string): boolean =>
  name === BASE_NAME || tables.all("scenario").some((scenario) => scenario.title === name);

/**
 * The levers of a saved scenario (or of none) with those set by hand over them.
 * A path set by hand over all years beats the scenario's single years. Throws a
 * CliFailure for a name, lever or value that does not fit.
 */
export function chooseScenario(
  tables: PlanTables,
  plan: CompiledPlan,
  name: string,
  assignments: readonly string[],
): ScenarioChoice {
  const scenario = findScenario(tables, name);
  const saved = Object.entries(scenario === null ? {} : readScenarioLevers(tables, scenario.id));
  const setByHand = assignments.map((assignment) => {
    const { path, text } = splitAssignment(assignment, "LEVER=VALUE");
    return [path, readLeverText(text)] as const;
  });
  const paths = new Set(setByHand.map(([path]) => path));
  const known = new Set(listLevers(plan).map((lever) => lever.path));
  const used = saved.filter(([path]) => known.has(path) && !paths.has(path.replace(/\.\d{4}$/, "")));
  const checked = checkLevers(plan, Object.fromEntries([...used, ...setByHand]));
  if (!checked.ok) {
    const isFromFile = !checkLevers(plan, Object.fromEntries(used)).ok;
    throw failOnLever(checked.error, isFromFile ? 6 : 2);
  }
  return {
    name: scenario?.title ?? BASE_NAME,
    levers: checked.value,
    orphanedLevers: saved.map(([path]) => path).filter((path) => !known.has(path)),
  };
}
