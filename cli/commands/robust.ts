import { findNearestName } from "../../core/plan/nearest-name";
import { checkLevers } from "../../core/scenario/check-levers";
import type { LeverValues } from "../../core/scenario/lever";
import { compareUnderFutures } from "../../core/scenario/robustness/compare-under-futures";
import { evaluateFutures, type Future, parseFutures } from "../../core/scenario/robustness/futures";
import { CliFailure, suggest } from "../failures/cli-failure";
import { failOnLever } from "../failures/lever-failure";
import { requireMeasure } from "../failures/measure-failure";
import { readJsonFile } from "../files/read-json-file";
import { readNumberOption } from "../options/read-numbers";
import type { CommandReport } from "../output/report";
import { robustText } from "../output/robust-text";
import { BASE_NAME, chooseScenario, type ScenarioChoice } from "../plan/choose-scenario";
import { describeRun } from "../plan/describe-run";
import { type OpenedScenario, openScenario } from "../plan/open-scenario";
import { namePlanRows } from "../plan/plan-names";
import { readScenarioNames } from "../plan/read-scenario-names";
import { warnOfOrphans } from "../plan/warn-of-orphans";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface RobustOptions {
  readonly futures: string;
  readonly scenarios: readonly string[];
  readonly measure: string;
  readonly threshold?: string;
}

export const addRobustCommand: AddCommand = (program, system, run) =>
  program
    .command("robust")
    .description(
      "scenarios under several futures: regret, worst cases, and which keep all tasks that the law asks for",
    )
    .argument("<FILE>", "plan file")
    .requiredOption("--futures <FILE>", "futures as JSON (docs/models.md, C5)")
    .option(
      "--scenarios <A,B,...>",
      '"base" is the plan itself (default: base and all scenarios of the plan); may be given several times',
      (value: string, earlier: readonly string[]) => [...earlier, value],
      [],
    )
    .option("--measure <FIGURE>", "figure that scenarios are compared by", "priorityCoverageRatio")
    .option("--threshold <VALUE>", "what is good enough")
    .addHelpText(
      "after",
      "\nExample:\n  civplan robust plan.civplan --futures futures.json --measure priorityCoverageRatio --threshold 90%",
    )
    .action((file: string, options: RobustOptions) =>
      run(async () => {
        const { key, better } = requireMeasure(options.measure);
        if (better === "neither")
          throw new CliFailure(2, {
            type: "no-direction",
            message: `${key} has no better direction to compare scenarios by.`,
          });
        const threshold =
          options.threshold === undefined
            ? null
            : readNumberOption("--threshold", options.threshold, -1e15, 1e15);
        const futures = readFutures(options.futures);
        const opened = await openScenario(system, file, { scenario: BASE_NAME, set: [] });
        return compare(system, opened, { ...options, key, better, threshold, futures });
      }),
    );

function readFutures(file: string): readonly Future[] {
  const parsed = parseFutures(readJsonFile(file));
  if (parsed.ok) return parsed.value;
  const { at, reason } = parsed.error;
  throw new CliFailure(2, { ...parsed.error, message: `${file}: ${at === "" ? "" : `${at}: `}${reason}.` });
}

interface Question extends Omit<RobustOptions, "futures" | "threshold"> {
  readonly key: ReturnType<typeof requireMeasure>["key"];
  readonly better: "higher" | "lower";
  readonly threshold: number | null;
  readonly futures: readonly Future[];
}

function compare(system: CliSystem, opened: OpenedScenario, question: Question): CommandReport {
  const { document, compiled } = opened;
  const { tables } = document;
  const { key, better, threshold, futures } = question;
  const names = readScenarioNames(tables, question.scenarios, [
    BASE_NAME,
    ...tables.ordered("scenario").map(({ title }) => title),
  ]);
  const scenarios = names.map((name): ScenarioChoice => {
    const choice = chooseScenario(tables, compiled, name, []);
    warnOfOrphans(system, choice);
    return choice;
  });
  requireSources(opened, futures);
  const withLevers = futures.map((future) => ({ ...future, levers: checkFuture(opened, scenarios, future) }));
  const outcomes = evaluateFutures(
    compiled,
    scenarios.map(({ levers }) => levers),
    withLevers,
    [key],
  );
  const values = outcomes.map((row) => row.map((outcome) => outcome.values[0] ?? Number.NaN));
  if (values.some((row) => row.some(Number.isNaN)))
    throw new CliFailure(2, {
      type: "no-figure",
      message: `The plan has nothing to compute ${key} from in every scenario and future.`,
    });
  const { options, choices } = compareUnderFutures(values, better, threshold);
  const rowNames = namePlanRows(tables);
  const nameOf = (option: number) => scenarios[option]?.name ?? "";
  const required = compiled.tasks.filter(({ isLegallyRequired }) => isLegallyRequired).length;
  const described = options.map((option, index) => ({
    scenario: nameOf(index),
    levers: scenarios[index]?.levers ?? {},
    values: values[index],
    worst: option.worst,
    best: option.best,
    mean: option.mean,
    maximumRegret: option.maximumRegret,
    regrets: option.regrets,
    satisficingRatio: option.satisficingRatio,
    droppedRequired: (outcomes[index] ?? []).map(({ droppedRequiredIds }) =>
      droppedRequiredIds.map((id) => rowNames.code("task", id)),
    ),
    keepsRequired: (outcomes[index] ?? []).every(({ droppedRequiredIds }) => droppedRequiredIds.length === 0),
  }));
  const json = {
    measure: key,
    better,
    threshold,
    futures: futures.map(({ name }) => name),
    scenarios: described,
    requiredTasks: required,
    keepRequired: described.filter(({ keepsRequired }) => keepsRequired).map(({ scenario }) => scenario),
    choices: Object.fromEntries(Object.entries(choices).map(([rule, chosen]) => [rule, chosen.map(nameOf)])),
    run: describeRun(system, document, { models: ["C5"], planSha256: opened.stamp.sha256 }),
  };
  return { json, text: robustText(json) };
}

/** A future's levers must fit every scenario. */
function checkFuture(
  { compiled }: OpenedScenario,
  scenarios: readonly ScenarioChoice[],
  { set }: Future,
): LeverValues {
  for (const { levers } of scenarios) {
    const checked = checkLevers(compiled, { ...levers, ...set });
    if (!checked.ok) throw failOnLever(checked.error, 2);
  }
  return set;
}

function requireSources({ compiled }: OpenedScenario, futures: readonly Future[]): void {
  const known = compiled.sources.map(({ code }) => code);
  for (const { name, ceilingFactorBySource } of futures)
    for (const code of Object.keys(ceilingFactorBySource)) {
      if (known.includes(code)) continue;
      const nearest = findNearestName(code, known);
      throw new CliFailure(2, {
        type: "unknown-source",
        message: `Future "${name}": there is no source "${code}".${suggest(nearest)}`,
        nearest,
        known,
      });
    }
}
