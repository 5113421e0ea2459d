import { findNearestName } from "../../core/plan/nearest-name";
import { describePortfolio, type PortfolioRules } from "../../core/scenario/portfolio/describe-portfolio";
import { optimisePortfolio, type PortfolioError } from "../../core/scenario/portfolio/optimise-portfolio";
import { evaluatePortfolioOfWaterfall } from "../../core/scenario/portfolio/waterfall-portfolio";
import { CliFailure, suggest } from "../failures/cli-failure";
import { readNumberOption, readWholeOption } from "../options/read-numbers";
import { addScenarioOptions, collect } from "../options/scenario-options";
import { constraintJson, describeBinding, describeConstraint } from "../output/constraint-words";
import { portfolioText } from "../output/portfolio-text";
import type { CommandReport } from "../output/report";
import { splitAssignment } from "../paths/split-assignment";
import { describeRun } from "../plan/describe-run";
import { followPortfolio, readLeftOutRule } from "../plan/follow-portfolio";
import { type OpenedScenario, openScenario, type ScenarioOptions } from "../plan/open-scenario";
import { namePlanRows } from "../plan/plan-names";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface OptimiseOptions extends ScenarioOptions {
  readonly maxStarts?: string;
  readonly exclude: readonly string[];
  readonly minShare: readonly string[];
  readonly required: boolean;
  readonly gap: string;
  readonly timeLimit: string;
  readonly apply?: string;
  readonly author?: string;
}

export const addOptimiseCommand: AddCommand = (program, system, run) =>
  addScenarioOptions(
    program
      .command("optimise")
      .description("the tasks and start years that cover most priority within money, posts and dependencies")
      .argument("<FILE>", "plan file")
      .option("--max-starts <N>", "at most this many tasks start in a year")
      .option("--exclude <A,B>", "at most one of two tasks; may be given several times", collect, [])
      .option(
        "--min-share <AREA=SHARE>",
        "an area gets at least this part of the money; may be given several times",
        collect,
        [],
      )
      .option("--no-required", "tasks required by law may be left out too")
      .option("--gap <SHARE>", "stop when the best found is proved to be this near to the optimum", "0.0001%")
      .option("--time-limit <SECONDS>", "stop then with the best found", "60")
      .option(
        "--apply <LEFT-OUT>",
        "start the plan's tasks when it does, as one change; tasks left out: defer (start after the plan) or keep",
      )
      .option("--author <NAME>", "who edits, for the history (default: you)"),
  )
    .addHelpText(
      "after",
      "\nExample:\n  civplan optimise plan.civplan --max-starts 4 --exclude T05,T06 --min-share A1=20%\n  civplan optimise plan.civplan --max-starts 4 --apply defer --author Kim",
    )
    .action((file: string, options: OptimiseOptions) =>
      run(async () => {
        const limits = {
          gapRatio: readNumberOption("--gap", options.gap, 0, 1),
          timeLimitMs: readWholeOption("--time-limit", options.timeLimit, 1, 86_400) * 1000,
        };
        readLeftOutRule(options.apply);
        return optimise(system, await openScenario(system, file, options), options, limits);
      }),
    );

async function optimise(
  system: CliSystem,
  opened: OpenedScenario,
  options: OptimiseOptions,
  limits: { readonly gapRatio: number; readonly timeLimitMs: number },
): Promise<CommandReport> {
  const { compiled, choice, document } = opened;
  const names = namePlanRows(document.tables);
  const rules = readRules(opened, options);
  const problem = describePortfolio(compiled, choice.levers, rules);
  const result = optimisePortfolio(problem, await system.loadSolver(), limits);
  const run = describeRun(system, document, {
    models: ["C7"],
    scenario: choice.name,
    levers: choice.levers,
    rules,
    ...limits,
  });
  if (!result.ok) return explainFailure(result.error, opened, run);
  const { chosen, value, bound, gapRatio, isProved, relaxedValue, binding } = result.value;
  const leftOut = readLeftOutRule(options.apply);
  const waterfallValue = evaluatePortfolioOfWaterfall(compiled, choice.levers, problem);
  const followed =
    leftOut === null
      ? null
      : await followPortfolio(system, opened, problem, result.value, { leftOut, author: options.author });
  const areaCode = (id: string) => document.tables.find("area", id)?.code || id;
  const json = {
    isFeasible: true,
    scenario: choice.name,
    value,
    bound,
    gapRatio,
    isProved,
    relaxedValue,
    waterfallValue,
    chosen: chosen.map(({ taskId, startYear, delayYears, partRatio, value: worth }) => ({
      code: names.code("task", taskId),
      title: names.title("task", taskId),
      startYear,
      delayYears,
      partRatio,
      value: worth,
    })),
    leftOut: problem.tasks
      .filter(({ id }) => chosen.every(({ taskId }) => taskId !== id))
      .map(({ id }) => ({ code: names.code("task", id), title: names.title("task", id) })),
    binding: binding.map(({ constraint, worthPerUnit }) => ({
      ...constraintJson(constraint, names, areaCode),
      worthPerUnit,
      words: describeBinding({ constraint, worthPerUnit }, names, areaCode),
    })),
    applied:
      followed === null
        ? null
        : {
            leftOut: followed.leftOut,
            change: followed.change,
            delays: followed.delays.map(({ taskId, years }) => ({
              code: names.code("task", taskId),
              years,
            })),
            value: followed.value,
            otherwise: followed.otherwiseIds.map((id) => names.code("task", id)),
          },
    run,
  };
  return { json, text: portfolioText(json) };
}

function readRules({ document, compiled }: OpenedScenario, options: OptimiseOptions): PortfolioRules {
  const taskId = (code: string) => findByCode(code.trim(), compiled.tasks, "task").id;
  const areas = document.tables.all("area");
  return {
    keepsRequired: options.required,
    maximumStartsPerYear:
      options.maxStarts === undefined ? null : readWholeOption("--max-starts", options.maxStarts, 0, 10_000),
    exclusions: options.exclude.map((pair) => {
      const [first, second, ...more] = pair.split(",");
      if (first === undefined || second === undefined || more.length > 0)
        throw new CliFailure(2, {
          type: "not-a-pair",
          message: `--exclude: "${pair}" is not of the form A,B.`,
        });
      return [taskId(first), taskId(second)];
    }),
    minimumShares: options.minShare.map((text) => {
      const { path, text: share } = splitAssignment(text, "KEY=VALUE");
      return {
        areaId: findByCode(path, areas, "area").id,
        shareRatio: readNumberOption("--min-share", share, 0, 1),
      };
    }),
  };
}

function findByCode<T extends { readonly code: string }>(code: string, rows: readonly T[], what: string): T {
  const found = rows.find((row) => row.code === code);
  if (found !== undefined) return found;
  const known = rows.map((row) => row.code);
  const nearest = findNearestName(code, known);
  throw new CliFailure(2, {
    type: `unknown-${what}`,
    message: `There is no ${what} "${code}".${suggest(nearest)}`,
    nearest,
    known,
  });
}

function explainFailure(
  error: PortfolioError,
  { document }: OpenedScenario,
  run: Readonly<Record<string, unknown>>,
): CommandReport {
  const names = namePlanRows(document.tables);
  const areaCode = (id: string) => document.tables.find("area", id)?.code || id;
  switch (error.type) {
    case "infeasible-portfolio": {
      const conflict = error.conflict.map((constraint) => ({
        ...constraintJson(constraint, names, areaCode),
        words: describeConstraint(constraint, names, areaCode),
      }));
      const message = `No portfolio keeps to all conditions. These cannot hold together; leaving out any one of them would do:\n${conflict.map(({ words }) => `  ${words}`).join("\n")}`;
      return { json: { isFeasible: false, conflict, message, run }, text: message, exitCode: 1 };
    }
    case "no-portfolio-in-time": {
      const message = `No portfolio was found within ${error.timeLimitMs / 1000} seconds. Give it more time, or a wider gap.`;
      return { json: { isFeasible: null, message, run }, text: message, exitCode: 1 };
    }
    case "solver-failed":
      throw new Error(`optimise: the solver ended with ${error.status}`);
  }
}
