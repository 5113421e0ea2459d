import { compilePlan } from "../../core/scenario/compile-plan";
import type { CompiledPlan } from "../../core/scenario/compiled-plan";
import { evaluateScenario } from "../../core/scenario/evaluate-scenario";
import type { LeverValue } from "../../core/scenario/lever";
import { listLevers } from "../../core/scenario/list-levers";
import { indicatorDefinitions, type Outcome } from "../../core/scenario/outcome";
import { CliFailure } from "../failures/cli-failure";
import { formatDifference, formatIndicator, formatLeverValue } from "../output/format-values";
import { indicatorLabels } from "../output/indicator-labels";
import { describeLimits, describeStatus } from "../output/outcome-words";
import type { CommandReport } from "../output/report";
import { formatSection, formatTable, joinSections } from "../output/text-table";
import { chooseScenario, isScenarioName, type ScenarioChoice } from "../plan/choose-scenario";
import { describeRun } from "../plan/describe-run";
import { type OpenedPlan, openPlan } from "../plan/open-plan";
import { namePlanRows, type PlanNames } from "../plan/plan-names";
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
      run(async () => compareScenarios(system, await openPlan(system, file), options)),
    );

function compareScenarios(system: CliSystem, plan: OpenedPlan, options: CompareOptions): CommandReport {
  const { document } = plan;
  const { tables } = document;
  const compiled = compilePlan(tables, document.revision);
  const isName = (name: string) => isScenarioName(tables, name);
  // A title may hold a comma: a value that is a title as it is, is not split.
  const names = options.scenarios.flatMap((value) =>
    isName(value) ? [value] : value.split(",").map((name) => name.trim()),
  );
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
  const assumptions = listAssumptions(compiled, compared);
  return {
    json: {
      scenarios: compared.map(({ name, levers }) => ({ name, levers })),
      assumptions,
      indicators: indicatorDefinitions.map(({ key, unit, better, model }) => {
        const values = compared.map(({ outcome }) => outcome.indicators[key]);
        return {
          key,
          unit,
          better,
          model,
          values,
          differences: values.map((value) => subtract(value, values[0])),
        };
      }),
      tasks: listTaskRows(compared).map((row) => ({
        code: rowNames.code("task", row.taskId),
        title: rowNames.title("task", row.taskId),
        statuses: row.outcomes.map(({ status }) => status),
        delayYears: row.outcomes.map(({ delayYears }) => delayYears),
      })),
      run: describeRun(system, document),
    },
    text: joinSections(
      compared.map(({ name, outcome }) => `${name}: ${describeLimits(outcome, rowNames)}`).join("\n"),
      formatSection("Assumptions that differ", formatAssumptions(compared, assumptions)),
      formatSection("Key figures", formatIndicators(compared)),
      formatSection("Tasks that fare differently", formatTasks(compared, rowNames)),
    ),
  };
}

interface Assumption {
  readonly lever: string;
  readonly unit: string;
  /** One a scenario, in their order. */
  readonly values: readonly LeverValue[];
}

/** Levers that do not have the same value in all scenarios. */
function listAssumptions(
  compiled: CompiledPlan,
  compared: readonly ComparedScenario[],
): readonly Assumption[] {
  return listLevers(compiled)
    .map(({ path, unit, planValue }) => ({
      lever: path,
      unit,
      values: compared.map(({ levers }) => levers[path] ?? planValue),
    }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

const subtract = (value: number | null, against: number | null | undefined) =>
  value === null || against === null || against === undefined ? null : value - against;

const listTaskRows = (compared: readonly ComparedScenario[]) =>
  (compared[0]?.outcome.tasks ?? []).map(({ taskId }, index) => ({
    taskId,
    outcomes: compared.flatMap(({ outcome }) => outcome.tasks[index] ?? []),
  }));

const scenarioColumns = (compared: readonly ComparedScenario[], align: "left" | "right") =>
  compared.map(({ name }) => ({ title: name, align }));

const formatAssumptions = (compared: readonly ComparedScenario[], assumptions: readonly Assumption[]) =>
  formatTable(
    [{ title: "Lever" }, ...scenarioColumns(compared, "right")],
    assumptions.map(({ lever, unit, values }) => [
      lever,
      ...values.map((value) => formatLeverValue(value, unit)),
    ]),
  );

function formatIndicators(compared: readonly ComparedScenario[]): string {
  const [first, ...others] = compared;
  const rows = indicatorDefinitions.map(({ key, unit }) => {
    const against = first?.outcome.indicators[key] ?? null;
    const cells = others.flatMap(({ outcome }) => {
      const value = outcome.indicators[key];
      return [formatIndicator(value, unit), formatDifference(value, against, unit)];
    });
    return [indicatorLabels[key], formatIndicator(against, unit), ...cells];
  });
  const columns = others.flatMap(({ name }) => [
    { title: name, align: "right" as const },
    { title: "difference", align: "right" as const },
  ]);
  return formatTable([{ title: "Figure" }, { title: first?.name ?? "", align: "right" }, ...columns], rows);
}

function formatTasks(compared: readonly ComparedScenario[], names: PlanNames): string {
  const rows = listTaskRows(compared)
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
