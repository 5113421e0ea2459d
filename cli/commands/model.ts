import {
  evaluateModel,
  findModel,
  type ModelDefinition,
  type ModelInput,
  type ModelValue,
  models,
} from "../../core/scenario/model-registry";
import { CliFailure } from "../failures/cli-failure";
import { failOnModel } from "../failures/model-failure";
import { formatNumber } from "../output/format-values";
import type { CommandReport } from "../output/report";
import { formatFacts, formatTable, joinSections } from "../output/text-table";
import { splitAssignment } from "../paths/split-assignment";
import type { AddCommand } from "../run-cli";

interface ModelOptions {
  readonly list: boolean;
}

export const addModelCommand: AddCommand = (program, _system, run) =>
  program
    .command("model")
    .description("evaluate one model by itself")
    .argument("[NAME]", "name of the model")
    .argument("[KEY=VALUE...]", "its inputs")
    .option("--list", "list models with their inputs, units and sources (all, or the one named)", false)
    .addHelpText(
      "after",
      "\nExample:\n  civplan model presence.binomial p=.05 n=30 k=1\n  civplan model seats method=webster shares=.407,.329,.164,.068,.032 n=25",
    )
    .action((name: string | undefined, assignments: string[], options: ModelOptions) =>
      run(() => {
        if (options.list) return listModels(name);
        if (name === undefined)
          throw new CliFailure(2, {
            type: "missing-model",
            message: 'Which model? "civplan model --list" names them all.',
          });
        return answerModel(name, assignments);
      }),
    );

function answerModel(name: string, assignments: readonly string[]): CommandReport {
  const pairs = assignments.map((assignment) => splitAssignment(assignment, "KEY=VALUE"));
  const evaluated = evaluateModel(name, Object.fromEntries(pairs.map(({ path, text }) => [path, text])));
  if (!evaluated.ok) throw failOnModel(evaluated.error);
  const model = findModel(name);
  const { inputs, value, notices } = evaluated.value;
  return {
    json: { name, inputs, value, notices, formula: model?.formula, source: model?.source },
    text: joinSections(
      formatValue(value),
      notices.map(({ type }) => `Note: ${type.replaceAll("-", " ")}.`).join("\n"),
      `${model?.title ?? name}: ${model?.formula ?? ""}\n${model?.source ?? ""}`,
    ),
  };
}

function formatValue(value: ModelValue): string {
  if (typeof value === "number") return formatNumber(value);
  if (isList(value)) return value.map(formatNumber).join(", ");
  return formatFacts(Object.entries(value).map(([key, part]) => [key, formatNumber(part)]));
}

const isList = (value: ModelValue): value is readonly number[] => Array.isArray(value);

function listModels(name: string | undefined): CommandReport {
  const listed = models.filter((model) => name === undefined || model.name === name);
  if (listed.length === 0) {
    const unknown = evaluateModel(name ?? "", {});
    if (!unknown.ok) throw failOnModel(unknown.error);
  }
  return {
    json: {
      models: listed.map(({ name, title, formula, source, inputs }) => ({
        name,
        title,
        formula,
        source,
        inputs,
      })),
    },
    text: listed.map(describeModel).join("\n\n"),
  };
}

const describeModel = ({ name, title, formula, source, inputs }: ModelDefinition) =>
  `${name}: ${title}\n  ${formula}\n  ${source}\n${formatTable(
    [{ title: "Input" }, { title: "Unit" }, { title: "Range" }, { title: "" }],
    inputs.map((input) => [input.key, input.unit, describeRange(input), describeInput(input)]),
  )}`;

const describeRange = ({ kind, minimum, maximum, choices }: ModelInput) =>
  choices?.join(", ") ?? (kind === "json" ? "JSON" : `${formatNumber(minimum)} to ${formatNumber(maximum)}`);

function describeInput({ description, optional, default: usual }: ModelInput): string {
  if (usual !== undefined) return `${description} (default ${String(usual)})`;
  return optional === true ? `${description} (may be left out)` : description;
}
