import { type Comparison, compareScenarios } from "../../core/scenario/compare-scenarios";
import { compilePlan } from "../../core/scenario/compile-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import { listLevers } from "../../core/scenario/list-levers";
import type { Outcome } from "../../core/scenario/outcome";
import { CliFailure } from "../failures/cli-failure";
import { formatDifference, formatIndicator, formatLeverValue } from "../output/format-values";
import { indicatorLabels } from "../output/indicator-labels";
import { describeLimits, describeStatus } from "../output/outcome-words";
import type { CommandReport } from "../output/report";
import { formatSection, formatTable, joinSections } from "../output/text-table";
import { chooseScenario, type ScenarioChoice } from "../plan/choose-scenario";
import { describeRun } from "../plan/describe-run";
import { type OpenedPlan, openPlan } from "../plan/open-plan";
import { namePlanRows, type PlanNames } from "../plan/plan-names";
import { readScenarioNames } from "../plan/read-scenario-names";
import { warnOfOrphans } from "../plan/warn-of-orphans";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface CompareOptions {
  readonly scenarios: readonly string[];
}

interface ComparedScenario extends ScenarioChoice {
  readonly outcome: Outcome;
}

export const addCompareCommand: AddCommand = (program, system, run) =>
  program
    .command("compare")
    .description("scenarios side by side: what is assumed differently, what comes of it")
    .argument("<FILE>", "plan file")
    .requiredOption(
      "--scenarios <A,B,...>",
      '"base" is the plan itself; differences are from the first; may be given several times',
      (value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value],
    )
    .addHelpText("after", '\nExample:\n  civplan compare plan.civplan --scenarios base,"Council of 50"')
    .action((file: string, options: CompareOptions) =>
      run(async () => compareSaved(system, await openPlan(system, file), options)),
    );

function compareSaved(system: CliSystem, plan: OpenedPlan, options: CompareOptions): CommandReport {
  const { document } = plan;
  const { tables } = document;
  const compiled = compilePlan(tables, document.revision);
  const names = readScenarioNames(tables, options.scenarios, []);
  if (names.length < 2)
    throw new CliFailure(2, {
      type: "too-few-scenarios",
      message: "Name at least two scenarios to compare, separated by a comma.",
    });
  const compared = names.map((name): ComparedScenario => {
    const choice = chooseScenario(tables, compiled, name, []);
    warnOfOrphans(system, choice);
    return { ...choice, outcome: evaluateScenario(compiled, choice.levers) };
  });
  const rowNames = namePlanRows(tables);
  const comparison = compareScenarios(listLevers(compiled), compared);
  return {
    json: {
      scenarios: compared.map(({ name, levers }) => ({ name, levers })),
      assumptions: comparison.assumptions.map(({ lever, values }) => ({
        lever: lever.path,
        unit: lever.unit,
        values,
      })),
      indicators: comparison.indicators.map(({ definition, values, differences }) => {
        const { key, unit, better, model } = definition;
        return { key, unit, better, model, values, differences };
      }),
      tasks: comparison.tasks.map(({ taskId, outcomes }) => ({
        code: rowNames.code("task", taskId),
        title: rowNames.title("task", taskId),
        statuses: outcomes.map(({ status }) => status),
        delayYears: outcomes.map(({ delayYears }) => delayYears),
      })),
      run: describeRun(system, document),
    },
    text: joinSections(
      compared.map(({ name, outcome }) => `${name}: ${describeLimits(outcome, rowNames)}`).join("\n"),
      formatSection("Assumptions that differ", formatAssumptions(compared, comparison)),
      formatSection("Key figures", formatIndicators(compared, comparison)),
      formatSection("Tasks that fare differently", formatTasks(compared, comparison, rowNames)),
    ),
  };
}

const scenarioColumns = (compared: readonly ComparedScenario[], align: "left" | "right") =>
  compared.map(({ name }) => ({ title: name, align }));

const formatAssumptions = (compared: readonly ComparedScenario[], { assumptions }: Comparison) =>
  formatTable(
    [{ title: "Lever" }, ...scenarioColumns(compared, "right")],
    assumptions.map(({ lever, values }) => [
      lever.path,
      ...values.map((value) => formatLeverValue(value, lever.unit)),
    ]),
  );

function formatIndicators(
  [first, ...others]: readonly ComparedScenario[],
  { indicators }: Comparison,
): string {
  const rows = indicators.map(({ definition: { key, unit }, values: [against = null, ...values] }) => [
    indicatorLabels[key],
    formatIndicator(against, unit),
    ...values.flatMap((value) => [formatIndicator(value, unit), formatDifference(value, against, unit)]),
  ]);
  const columns = others.flatMap(({ name }) => [
    { title: name, align: "right" as const },
    { title: "difference", align: "right" as const },
  ]);
  return formatTable([{ title: "Figure" }, { title: first?.name ?? "", align: "right" }, ...columns], rows);
}

/** Tasks whose words differ: a part of a per cent that no word shows is no difference here. */
function formatTasks(compared: readonly ComparedScenario[], { tasks }: Comparison, names: PlanNames): string {
  const rows = tasks
    .map(({ taskId, outcomes }) => ({ taskId, statuses: outcomes.map(describeStatus) }))
    .filter(({ statuses }) => statuses.some((status) => status !== statuses[0]));
  return formatTable(
    [{ title: "Code" }, { title: "Title" }, ...scenarioColumns(compared, "left")],
    rows.map(({ taskId, statuses }) => [
      names.code("task", taskId),
      names.title("task", taskId),
      ...statuses,
    ]),
  );
}
