import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import { listLevers } from "../../core/scenario/list-levers";
import { type DrawsSummary, summariseDraws } from "../../core/scenario/uncertainty/summarise-draws";
import type { UncertaintySpec } from "../../core/scenario/uncertainty/uncertainty-spec";
import { addScenarioOptions } from "../options/scenario-options";
import {
  addSimulationOptions,
  readDraws,
  readSimulation,
  type Simulation,
  type SimulationOptions,
} from "../options/simulation-options";
import { drawsJson } from "../output/draws-json";
import { drawsText } from "../output/draws-text";
import { formatLeverValue } from "../output/format-values";
import { outcomeJson } from "../output/outcome-json";
import { outcomeText } from "../output/outcome-text";
import { makeProgress } from "../output/progress";
import type { CommandReport } from "../output/report";
import { formatSection, formatTable, joinSections } from "../output/text-table";
import { BASE_NAME, type ScenarioChoice } from "../plan/choose-scenario";
import { describeRun } from "../plan/describe-run";
import { type OpenedScenario, openScenario, type ScenarioOptions } from "../plan/open-scenario";
import { planFacts } from "../plan/plan-facts";
import { namePlanRows } from "../plan/plan-names";
import { requireSampling } from "../plan/require-sampling";
import { requireUncertainty } from "../plan/require-uncertainty";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

type EvaluateOptions = ScenarioOptions & SimulationOptions;

interface SimulationWithDraws extends Simulation {
  readonly spec: UncertaintySpec;
  readonly draws: number;
}

export const addEvaluateCommand: AddCommand = (program, system, run) =>
  addSimulationOptions(
    addScenarioOptions(
      program
        .command("evaluate")
        .description("what a plan comes to under a scenario: tasks, money, committees, key figures")
        .argument("<FILE>", "plan file"),
    ).option("--draws <N>", "also simulate what is uncertain, with this many draws: P10, P50 and P90"),
  )
    .addHelpText(
      "after",
      "\nExample:\n  civplan evaluate plan.civplan --set committee.COUNCIL.seats=50 --set decentralised.share=5%\n  civplan evaluate plan.civplan --draws 10000 --seed 7 --workers 2",
    )
    .action((file: string, options: EvaluateOptions) =>
      run(async () => {
        const draws = readDraws(options);
        const simulation = readSimulation(options);
        const opened = await openScenario(system, file, options);
        const spec = draws === null ? null : requireUncertainty(opened, simulation.parts);
        return evaluatePlan(
          system,
          opened,
          draws === null || spec === null ? null : { ...simulation, spec, draws },
        );
      }),
    );

async function evaluatePlan(
  system: CliSystem,
  opened: OpenedScenario,
  simulation: SimulationWithDraws | null,
): Promise<CommandReport> {
  const { document, compiled, choice } = opened;
  const outcome = evaluateScenario(compiled, choice.levers);
  const isBase = Object.keys(choice.levers).length === 0;
  const names = namePlanRows(document.tables);
  const summary = simulation === null ? null : await simulate(system, opened, simulation);
  const how =
    simulation === null
      ? {}
      : {
          models: ["C1", "C2"],
          levers: choice.levers,
          seed: simulation.seed,
          draws: simulation.draws,
          sampling: simulation.method,
          uncertainty: simulation.spec,
        };
  const json = outcomeJson(outcome, names);
  return {
    json: {
      scenario: choice.name,
      ...(summary === null ? json : drawsJson(json, outcome, summary, names)),
      run: describeRun(system, document, how),
    },
    text: joinSections(
      `${planFacts(document).title} · ${describeChoice(choice)}`,
      formatSection("Set otherwise than in the plan", listChangedLevers(compiled, choice)),
      outcomeText(outcome, isBase ? null : evaluateScenario(compiled, {}), names),
      summary === null ? "" : drawsText(outcome, summary, names),
    ),
  };
}

async function simulate(
  system: CliSystem,
  { compiled, choice, lines }: OpenedScenario,
  { seed, method, spec, workers, draws }: SimulationWithDraws,
): Promise<DrawsSummary> {
  const job = { compiled, levers: choice.levers, lines, spec, method, draws, seed };
  requireSampling(job);
  const parts = await system.runJob("draws", job, workers, makeProgress(system, "Simulating", "draws"));
  return summariseDraws(compiled, parts);
}

const describeChoice = ({ name, levers }: ScenarioChoice) => {
  if (name !== BASE_NAME) return `scenario ${name}`;
  return Object.keys(levers).length === 0 ? "the plan itself" : "the plan with levers set";
};

function listChangedLevers(compiled: CompiledPlan, { levers }: ScenarioChoice): string {
  const byPath = new Map(listLevers(compiled).map((lever) => [lever.path, lever]));
  return formatTable(
    [{ title: "Lever" }, { title: "Plan", align: "right" }, { title: "Scenario", align: "right" }],
    Object.entries(levers).map(([path, value]) => {
      const lever = byPath.get(path);
      const unit = lever?.unit ?? "";
      return [
        path,
        lever === undefined ? "–" : formatLeverValue(lever.planValue, unit),
        formatLeverValue(value, unit),
      ];
    }),
  );
}
