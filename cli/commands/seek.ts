import type { Lever } from "../../core/scenario/lever";
import { findSmallestInPlan, type PlanCondition, seekInPlan } from "../../core/scenario/search/seek-plan";
import { CliFailure } from "../failures/cli-failure";
import { addScenarioOptions, collect } from "../options/scenario-options";
import { formatLeverValue } from "../output/format-values";
import { formatMeasure, measureLabels } from "../output/measure-labels";
import type { CommandReport } from "../output/report";
import { formatTable, joinSections } from "../output/text-table";
import { readCondition, writeCondition } from "../paths/read-condition";
import { describeRun } from "../plan/describe-run";
import { type OpenedScenario, openScenario, requireLever, type ScenarioOptions } from "../plan/open-scenario";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface SeekOptions extends ScenarioOptions {
  readonly lever: string;
  readonly target: readonly string[];
}

export const addSeekCommand: AddCommand = (program, system, run) =>
  addScenarioOptions(
    program
      .command("seek")
      .description("the value of a lever at which a figure reaches a target")
      .argument("<FILE>", "plan file")
      .requiredOption("--lever <LEVER>", "the lever to move")
      .option(
        "--target <CONDITION>",
        "what is to be reached: FIGURE>=VALUE, <= or =; several ask for the smallest whole value that meets all",
        collect,
        [],
      ),
  )
    .addHelpText(
      "after",
      '\nExample:\n  civplan seek plan.civplan --lever decentralised.share --target "residentDecidedWon>=1500000000"\n  civplan seek plan.civplan --lever committee.COUNCIL.seats --target "weakestGroupSeatedRatio>=90%" --target "committeeCostWon<=400000000"',
    )
    .action((file: string, options: SeekOptions) =>
      run(async () => {
        const conditions = options.target.map(readCondition);
        const [first, ...others] = conditions;
        if (first === undefined)
          throw new CliFailure(2, {
            type: "missing-target",
            message: 'Which target? Say --target "FIGURE>=VALUE".',
          });
        const opened = await openScenario(system, file, options);
        const lever = requireLever(opened.levers, options.lever);
        return others.length === 0
          ? answerOne(system, opened, lever, first)
          : answerSeveral(system, opened, lever, conditions);
      }),
    );

const failOnKind = (lever: Lever, needs: string) =>
  new CliFailure(2, {
    type: "lever-not-numeric",
    message: `${lever.path} has no ${needs} to look through.`,
    path: lever.path,
  });

function answerOne(
  system: CliSystem,
  { compiled, choice, document }: OpenedScenario,
  lever: Lever,
  condition: PlanCondition,
): CommandReport {
  const result = seekInPlan(compiled, choice.levers, lever, condition);
  const head = {
    lever: lever.path,
    unit: lever.unit,
    planValue: lever.planValue,
    scenario: choice.name,
    target: writeCondition(condition),
  };
  const run = describeRun(system, document, { models: ["C4"], levers: choice.levers });
  const show = (x: number) => formatLeverValue(x, lever.unit);
  const label = measureLabels[condition.measure];
  if (result.ok) {
    const { x, value, isMoved } = result.value;
    const text = isMoved
      ? `${lever.path} = ${show(x)} (plan: ${show(Number(lever.planValue))}): ${label} is ${formatMeasure(condition.measure, value)}.`
      : `${label} is ${formatMeasure(condition.measure, value)} already, with ${lever.path} = ${show(x)}.`;
    return { json: { ...head, isReached: true, value: x, figure: value, isMoved, run }, text };
  }
  if (result.error.type === "lever-not-numeric") throw failOnKind(lever, "numbers");
  const { x, value, shortfall } = result.error;
  const figure = Number.isNaN(value) ? null : value;
  return {
    json: {
      ...head,
      isReached: false,
      closest: { value: x, figure, shortfall: figure === null ? null : shortfall },
      run,
    },
    text:
      figure === null
        ? `The plan has nothing to compute "${label}" from.`
        : `Out of reach: no value of ${lever.path} from ${show(lever.minimum ?? x)} to ${show(lever.maximum ?? x)} gives ${writeCondition(condition)}. It comes closest at ${show(x)}, where ${label} is ${formatMeasure(condition.measure, value)}.`,
    exitCode: 1,
  };
}

function answerSeveral(
  system: CliSystem,
  { compiled, choice, document }: OpenedScenario,
  lever: Lever,
  conditions: readonly PlanCondition[],
): CommandReport {
  const result = findSmallestInPlan(compiled, choice.levers, lever, conditions);
  const head = {
    lever: lever.path,
    unit: lever.unit,
    planValue: lever.planValue,
    scenario: choice.name,
    targets: conditions.map(writeCondition),
  };
  const run = describeRun(system, document, { models: ["C4"], levers: choice.levers });
  if (result.ok) {
    const { size, values } = result.value;
    return {
      json: { ...head, isReached: true, value: size, figures: values, run },
      text: joinSections(
        `The smallest ${lever.path} that meets all targets: ${size}.`,
        formatTable(
          [{ title: "Target" }, { title: "Figure", align: "right" }],
          conditions.map((condition, index) => [
            writeCondition(condition),
            formatMeasure(condition.measure, values[index] ?? null),
          ]),
        ),
      ),
    };
  }
  if (result.error.type === "lever-not-numeric") throw failOnKind(lever, "whole numbers");
  const { conditions: alone, closestSize, missed } = result.error;
  const targets = conditions.map((condition, index) => ({
    target: writeCondition(condition),
    smallest: alone[index]?.smallest ?? null,
    largest: alone[index]?.largest ?? null,
    closest: alone[index]?.closestSize ?? null,
    closestFigure: toNull(alone[index]?.closestValue),
  }));
  return {
    json: {
      ...head,
      isReached: false,
      closest: { value: closestSize, missed: missed.map((index) => targets[index]?.target) },
      conditions: targets,
      run,
    },
    text: joinSections(
      `Out of reach: no ${lever.path} meets all targets at once. ${closestSize} misses the fewest: ${missed.map((index) => targets[index]?.target).join(", ")}.`,
      formatTable(
        [{ title: "Target" }, { title: "Met by itself" }, { title: "Closest", align: "right" }],
        targets.map(({ target, smallest, largest, closest, closestFigure }, index) => [
          target,
          smallest === null ? "never" : `between ${smallest} and ${largest}`,
          `${closest}: ${formatMeasure(conditions[index]?.measure ?? "tasksFunded", closestFigure)}`,
        ]),
      ),
    ),
    exitCode: 1,
  };
}

const toNull = (value = Number.NaN) => (Number.isNaN(value) ? null : value);
