import { readLeverText } from "../../core/scenario/check-levers";
import {
  createSensitivityDesign,
  type SensitivityJob,
  type SensitivityMethod,
} from "../../core/scenario/jobs/scenario-job";
import type { MeasureKey } from "../../core/scenario/measures";
import { pickOutput } from "../../core/scenario/sensitivity/design";
import { createMorrisDesign, summariseMorris } from "../../core/scenario/sensitivity/morris";
import {
  createLeverFactor,
  listDefaultFactors,
  type PlanFactor,
} from "../../core/scenario/sensitivity/plan-factors";
import {
  createSobolDesign,
  MAXIMUM_SOBOL_INPUTS,
  summariseSobol,
} from "../../core/scenario/sensitivity/sobol-indices";
import { summariseTornado } from "../../core/scenario/sensitivity/tornado";
import { CliFailure } from "../failures/cli-failure";
import { requireMeasure } from "../failures/measure-failure";
import { readWholeOption } from "../options/read-numbers";
import { addScenarioOptions, collect } from "../options/scenario-options";
import { addSimulationOptions, readSimulation, type SimulationOptions } from "../options/simulation-options";
import { makeProgress } from "../output/progress";
import type { CommandReport } from "../output/report";
import { sensitivityText } from "../output/sensitivity-text";
import { splitAssignment } from "../paths/split-assignment";
import { describeRun } from "../plan/describe-run";
import { type OpenedScenario, openScenario, requireLever, type ScenarioOptions } from "../plan/open-scenario";
import { requireUncertainty } from "../plan/require-uncertainty";
import type { AddCommand } from "../run-cli";

interface SensitivityOptions extends ScenarioOptions, SimulationOptions {
  readonly method: string;
  readonly of: readonly string[];
  readonly vary: readonly string[];
  readonly trajectories: string;
  readonly samples: string;
}

/** What is looked at unless one says otherwise. */
const DEFAULT_MEASURES: readonly MeasureKey[] = ["priorityCoverageRatio"];

export const addSensitivityCommand: AddCommand = (program, system, run) =>
  addSimulationOptions(
    addScenarioOptions(
      program
        .command("sensitivity")
        .description("what a figure depends on most: levers and what is uncertain")
        .argument("<FILE>", "plan file")
        .requiredOption(
          "--method <METHOD>",
          "tornado (one at a time), morris (screening) or sobol (parts of the variance)",
        )
        .option(
          "--of <FIGURE>",
          "figure to look at; may be given several times (default: priorityCoverageRatio)",
          collect,
          [],
        )
        .option("--vary <LEVER=LOW:HIGH>", "only these levers; may be given several times", collect, [])
        .option("--trajectories <N>", "for morris", "10")
        .option("--samples <N>", "for sobol; a power of two suits best", "1024"),
    ),
  )
    .addHelpText(
      "after",
      "\nExample:\n  civplan sensitivity plan.civplan --method tornado --of priorityCoverageRatio\n  civplan sensitivity plan.civplan --method sobol --vary committee.COUNCIL.seats=20:60 --vary decentralised.share=0%:10%",
    )
    .action((file: string, options: SensitivityOptions) =>
      run(async () => {
        const simulation = readSimulation(options);
        const method = readMethod(options, simulation.seed);
        const measures =
          options.of.length === 0 ? DEFAULT_MEASURES : options.of.map((name) => requireMeasure(name).key);
        const opened = await openScenario(system, file, options);
        const factors =
          options.vary.length === 0
            ? listDefaultFactors(
                opened.compiled,
                opened.choice.levers,
                opened.lines,
                requireUncertainty(opened, simulation.parts),
              )
            : options.vary.map((text) => readFactor(opened, text));
        requireFactors(method, factors);
        const job: SensitivityJob = {
          compiled: opened.compiled,
          levers: opened.choice.levers,
          factors,
          measures,
          method,
        };
        const parts = await system.runJob(
          "sensitivity",
          job,
          simulation.workers,
          makeProgress(system, "Evaluating", "points"),
        );
        const report = summarise(job, joinParts(parts), simulation.seed);
        const how = {
          models: ["C3"],
          levers: opened.choice.levers,
          ...method,
          seed: simulation.seed,
          evaluations: createSensitivityDesign(method, factors).size,
        };
        return {
          ...report,
          json: {
            method: method.method,
            scenario: opened.choice.name,
            factors: factors.map(({ isWhole: _, ...factor }) => factor),
            ...report.json,
            run: describeRun(system, opened.document, how),
          },
        };
      }),
    );

function readMethod(options: SensitivityOptions, seed: number): SensitivityMethod {
  switch (options.method) {
    case "tornado":
      return { method: "tornado" };
    case "morris":
      return {
        method: "morris",
        trajectories: readWholeOption("--trajectories", options.trajectories, 2, 100_000),
        seed,
      };
    case "sobol":
      return { method: "sobol", samples: readWholeOption("--samples", options.samples, 8, 2 ** 24) };
    default:
      throw new CliFailure(2, {
        type: "unknown-choice",
        message: `--method: "${options.method}" is none of tornado, morris, sobol.`,
        choices: ["tornado", "morris", "sobol"],
      });
  }
}

function readFactor({ levers, choice }: OpenedScenario, text: string): PlanFactor {
  const { path, text: range } = splitAssignment(text, "LEVER=VALUE");
  const lever = requireLever(levers, path);
  const [low, high, ...more] = range.split(":").map(readLeverText);
  const factor =
    typeof low === "number" && typeof high === "number" && more.length === 0
      ? createLeverFactor(lever, choice.levers, low, high)
      : null;
  if (factor !== null) return factor;
  throw new CliFailure(2, {
    type: "not-a-range",
    message:
      lever.minimum === undefined
        ? `${path} is a choice and has no low and high.`
        : `${path}: "${range}" is not LOW:HIGH with LOW below HIGH, both from ${lever.minimum} to ${lever.maximum}.`,
    path,
    input: range,
  });
}

function requireFactors({ method }: SensitivityMethod, factors: readonly PlanFactor[]): void {
  if (factors.length === 0)
    throw new CliFailure(2, {
      type: "nothing-to-vary",
      message: "Nothing here is uncertain, and no lever was named: say --vary LEVER=LOW:HIGH.",
    });
  if (method === "sobol" && factors.length > MAXIMUM_SOBOL_INPUTS)
    throw new CliFailure(2, {
      type: "too-many-factors",
      message: `Sobol indices can be had for ${MAXIMUM_SOBOL_INPUTS} factors at once, not for ${factors.length}. Screen with --method morris first.`,
      maximum: MAXIMUM_SOBOL_INPUTS,
    });
}

function joinParts(parts: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** One list of effects a figure, with names in place of positions. A figure that is missing somewhere has none. */
function summarise(job: SensitivityJob, rows: Float64Array, seed: number): CommandReport {
  const { factors, measures, method } = job;
  const named = <E extends { readonly input: number }>(effects: readonly E[]) =>
    effects.map(({ input, ...effect }) => ({ factor: factors[input]?.name ?? "", ...effect }));
  const results = measures.map((figure, index) => {
    const output = pickOutput(rows, measures.length, index);
    if (output.some(Number.isNaN)) return { figure, effects: null };
    if (method.method === "tornado") return { figure, effects: named(summariseTornado(output)) };
    if (method.method === "morris") {
      const design = createMorrisDesign(factors.length, method.trajectories, method.seed);
      return { figure, effects: named(summariseMorris(design, output)) };
    }
    const indices = summariseSobol(createSobolDesign(factors.length, method.samples), output, seed);
    return { figure, effects: named([...indices].sort((a, b) => b.total - a.total)) };
  });
  return { json: { results }, text: sensitivityText(job, results) };
}
