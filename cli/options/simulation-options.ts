import type { Command } from "commander";
import type { SamplingMethod } from "../../core/scenario/sampling/normal-draws";
import { MAXIMUM_SEED } from "../../core/scenario/sampling/random-stream";
import { parseUncertainty, type UncertaintyParts } from "../../core/scenario/uncertainty/uncertainty-spec";
import { CliFailure } from "../failures/cli-failure";
import { readJsonFile } from "../files/read-json-file";
import { readWholeOption } from "./read-numbers";

export interface SimulationOptions {
  readonly draws?: string;
  readonly seed: string;
  readonly sampling: string;
  readonly uncertainty?: string;
  readonly workers: string;
}

export const MAXIMUM_DRAWS = 10_000_000;
const MAXIMUM_WORKERS = 256;

const SAMPLING: Readonly<Record<string, SamplingMethod>> = {
  "monte-carlo": "monte-carlo",
  latin: "latin-hypercube",
  sobol: "sobol",
};

/** `--seed`, `--sampling`, `--uncertainty` and `--workers`, which every simulation has. */
export const addSimulationOptions = (command: Command): Command =>
  command
    .option("--seed <S>", "seed of the random numbers; the same seed gives the same figures", "1")
    .option("--sampling <METHOD>", "monte-carlo, latin or sobol", "monte-carlo")
    .option(
      "--uncertainty <FILE>",
      "what is uncertain, as JSON, in the place of the plan's own parts (docs/models.md, C2)",
    )
    .option("--workers <N>", "threads to compute with; the figures are the same for any number", "1");

export interface Simulation {
  readonly seed: number;
  readonly method: SamplingMethod;
  /** Parts of what is uncertain that hold in the place of the plan's own. */
  readonly parts: UncertaintyParts;
  readonly workers: number;
}

/** Reads them; throws a CliFailure for what cannot be. */
export function readSimulation(options: SimulationOptions): Simulation {
  const method = SAMPLING[options.sampling];
  if (method === undefined)
    throw new CliFailure(2, {
      type: "unknown-choice",
      message: `--sampling: "${options.sampling}" is none of ${Object.keys(SAMPLING).join(", ")}.`,
      choices: Object.keys(SAMPLING),
    });
  return {
    seed: readWholeOption("--seed", options.seed, 0, MAXIMUM_SEED),
    method,
    parts: readParts(options.uncertainty),
    workers: readWholeOption("--workers", options.workers, 1, MAXIMUM_WORKERS),
  };
}

/** How many draws, or null where none are asked for. */
export const readDraws = ({ draws }: SimulationOptions): number | null =>
  draws === undefined ? null : readWholeOption("--draws", draws, 1, MAXIMUM_DRAWS);

function readParts(file: string | undefined): UncertaintyParts {
  if (file === undefined) return {};
  const parsed = parseUncertainty(readJsonFile(file));
  if (parsed.ok) return parsed.value;
  const { at, reason } = parsed.error;
  throw new CliFailure(2, { ...parsed.error, message: `${file}: ${at === "" ? "" : `${at}: `}${reason}.` });
}
