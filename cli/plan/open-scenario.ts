import { findNearestName } from "../../core/plan/nearest-name";
import { compilePlan } from "../../core/scenario/compile-plan";
import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import type { Lever } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";
import { compileUncertainLines, type UncertainLines } from "../../core/scenario/uncertainty/uncertain-lines";
import { failOnLever } from "../failures/lever-failure";
import type { CliSystem } from "../system";
import { chooseScenario, type ScenarioChoice } from "./choose-scenario";
import { type OpenedPlan, openPlan } from "./open-plan";
import { warnOfOrphans } from "./warn-of-orphans";

/** A plan that is open, compiled, and under a scenario. */
export interface OpenedScenario extends OpenedPlan {
  readonly compiled: CompiledPlan;
  readonly choice: ScenarioChoice;
  readonly levers: readonly Lever[];
  readonly lines: UncertainLines;
}

export interface ScenarioOptions {
  readonly scenario: string;
  readonly set: readonly string[];
}

/** Opens a plan under a scenario of it, with levers set by hand over it. */
export async function openScenario(
  system: CliSystem,
  file: string,
  options: ScenarioOptions,
): Promise<OpenedScenario> {
  const plan = await openPlan(system, file);
  const { tables, revision } = plan.document;
  const compiled = compilePlan(tables, revision);
  const choice = chooseScenario(tables, compiled, options.scenario, options.set);
  warnOfOrphans(system, choice);
  return {
    ...plan,
    compiled,
    choice,
    levers: listLevers(compiled),
    lines: compileUncertainLines(tables, compiled),
  };
}

/** The lever of this path; throws a CliFailure that names the nearest. */
export function requireLever(levers: readonly Lever[], path: string): Lever {
  const lever = levers.find((candidate) => candidate.path === path);
  if (lever !== undefined) return lever;
  const known = levers.map((candidate) => candidate.path);
  throw failOnLever({ type: "unknown-lever", path, nearest: findNearestName(path, known) }, 2);
}
