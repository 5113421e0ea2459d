import { compilePlan } from "../../core/scenario/compile-plan";
import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import { listLevers } from "../../core/scenario/list-levers";
import { formatLeverValue } from "../output/format-values";
import { outcomeJson } from "../output/outcome-json";
import { outcomeText } from "../output/outcome-text";
import type { CommandReport } from "../output/report";
import { formatSection, formatTable, joinSections } from "../output/text-table";
import { BASE_NAME, chooseScenario, type ScenarioChoice } from "../plan/choose-scenario";
import { describeRun } from "../plan/describe-run";
import { type OpenedPlan, openPlan } from "../plan/open-plan";
import { planFacts } from "../plan/plan-facts";
import { namePlanRows } from "../plan/plan-names";
import { warnOfOrphans } from "../plan/warn-of-orphans";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface EvaluateOptions {
  readonly scenario: string;
  readonly set: readonly string[];
}

export const addEvaluateCommand: AddCommand = (program, system, run) =>
  program
    .command("evaluate")
    .description("what a plan comes to under a scenario: tasks, money, committees, key figures")
    .argument("<FILE>", "plan file")
    .option("--scenario <NAME>", "a scenario of the plan", BASE_NAME)
    .option("--set <LEVER=VALUE>", "set a lever; may be given several times", collect, [])
    .addHelpText(
      "after",
      "\nExample:\n  civplan evaluate plan.civplan --set committee.COUNCIL.seats=50 --set decentralised.share=5%",
    )
    .action((file: string, options: EvaluateOptions) =>
      run(async () => evaluatePlan(system, await openPlan(system, file), options)),
    );

const collect = (value: string, earlier: readonly string[]) => [...earlier, value];

function evaluatePlan(system: CliSystem, plan: OpenedPlan, options: EvaluateOptions): CommandReport {
  const { document } = plan;
  const { tables } = document;
  const compiled = compilePlan(tables, document.revision);
  const choice = chooseScenario(tables, compiled, options.scenario, options.set);
  warnOfOrphans(system, choice);
  const outcome = evaluateScenario(compiled, choice.levers);
  const isBase = Object.keys(choice.levers).length === 0;
  const names = namePlanRows(tables);
  return {
    json: {
      scenario: choice.name,
      ...outcomeJson(outcome, names),
      run: describeRun(system, document),
    },
    text: joinSections(
      `${planFacts(document).title} · ${describeChoice(choice)}`,
      formatSection("Set otherwise than in the plan", listChangedLevers(compiled, choice)),
      outcomeText(outcome, isBase ? null : evaluateScenario(compiled, {}), names),
    ),
  };
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
