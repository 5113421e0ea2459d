import { checkLevers } from "../../core/scenario/check-levers";
import type { MeasureKey } from "../../core/scenario/measures";
import { indicatorDefinitions } from "../../core/scenario/outcome";
import { computeHypervolume, type Direction, findParetoFront } from "../../core/scenario/robustness/pareto";
import {
  countSweepRows,
  findShardRows,
  readSweepValues,
  type SweepJob,
} from "../../core/scenario/sweep/run-sweep";
import { readSweepAxis, type SweepAxis } from "../../core/scenario/sweep/sweep-axis";
import { CliFailure } from "../failures/cli-failure";
import { failOnLever } from "../failures/lever-failure";
import { requireMeasure } from "../failures/measure-failure";
import { failOnAxis } from "../failures/sweep-failure";
import { isSameSweep } from "../files/sweep-run-file";
import { createFile } from "../files/write-file";
import { addScenarioOptions, collect } from "../options/scenario-options";
import {
  addSimulationOptions,
  readDraws,
  readSimulation,
  type SimulationOptions,
} from "../options/simulation-options";
import { formatCount } from "../output/format-values";
import { makeProgress } from "../output/progress";
import { type CommandReport, formatJson } from "../output/report";
import { sweepColumns, writeSweepCsv } from "../output/sweep-csv";
import { splitAssignment } from "../paths/split-assignment";
import { describeRun } from "../plan/describe-run";
import { type OpenedScenario, openScenario, type ScenarioOptions } from "../plan/open-scenario";
import { requireSampling } from "../plan/require-sampling";
import { requireUncertainty } from "../plan/require-uncertainty";
import type { AddCommand } from "../run-cli";
import type { CliSystem } from "../system";

interface SweepOptions extends ScenarioOptions, SimulationOptions {
  readonly vary: readonly string[];
  readonly shard?: string;
  readonly output: string;
  readonly pareto?: string;
  readonly force: boolean;
  readonly resume: boolean;
}

const MAXIMUM_ROWS = 10_000_000;

export const addSweepCommand: AddCommand = (program, system, run) =>
  addSimulationOptions(
    addScenarioOptions(
      program
        .command("sweep")
        .description("a grid of scenarios: every combination of the values of some levers")
        .argument("<FILE>", "plan file")
        .option(
          "--vary <LEVER=FROM:TO:STEP>",
          "a lever and its values; also LEVER=A,B,C; may be given several times",
          collect,
          [],
        )
        .option("--draws <N>", "also simulate each row: P10, P50 and P90")
        .option("--shard <I/N>", "only part I of N; the parts put together are the whole, byte by byte")
        .option(
          "--pareto <FIGURES>",
          "two or more figures: marks the rows that no other beats in all of them",
        )
        .requiredOption("-o, --output <FILE>", "file to write: .csv or .json")
        .option("--force", "replace the file if it exists", false)
        .option(
          "--resume",
          "do nothing if the file is there already and was made by the same command",
          false,
        ),
    ),
  )
    .addHelpText(
      "after",
      "\nExample:\n  civplan sweep plan.civplan --vary committee.COUNCIL.seats=30:50:1 --vary decentralised.share=0%:10%:0.5% -o grid.csv\n  civplan sweep plan.civplan --vary decentralised.share=0%:10%:0.1% --draws 10000 --shard 3/8 --resume -o part-3.csv",
    )
    .action((file: string, options: SweepOptions) =>
      run(async () => sweep(system, await openScenario(system, file, options), options)),
    );

async function sweep(
  system: CliSystem,
  opened: OpenedScenario,
  options: SweepOptions,
): Promise<CommandReport> {
  const { output } = options;
  const isJson = output.toLowerCase().endsWith(".json");
  if (!isJson && !output.toLowerCase().endsWith(".csv"))
    throw new CliFailure(2, {
      type: "unknown-format",
      message: `${output}: the name must end in .csv or .json.`,
    });
  const axes = readAxes(opened, options.vary);
  const objectives = readObjectives(options);
  const simulation = readSimulation(options);
  const draws = readDraws(options);
  const { compiled, choice, lines, document } = opened;
  const spec = draws === null ? null : requireUncertainty(opened, simulation.parts);
  const job: SweepJob = {
    compiled,
    levers: choice.levers,
    axes,
    simulation:
      draws === null || spec === null
        ? null
        : { lines, spec, method: simulation.method, draws, seed: simulation.seed },
  };
  if (job.simulation !== null) requireSampling({ ...job.simulation, compiled, levers: choice.levers });
  const total = countSweepRows(axes);
  const { from, to, shard } = readShard(options.shard, total);
  const how = {
    models: draws === null ? [] : ["C1", "C2"],
    planSha256: opened.stamp.sha256,
    scenario: choice.name,
    levers: choice.levers,
    axes,
    rows: to - from,
    ...(shard === null ? {} : { shard }),
    ...(draws === null
      ? {}
      : { seed: simulation.seed, draws, sampling: simulation.method, uncertainty: spec }),
  };
  const run = describeRun(system, document, how);
  const answer = { file: output, rows: to - from, totalRows: total, axes, run };
  if (options.resume && isSameSweep(output, run))
    return {
      json: { ...answer, isResumed: true },
      text: `${output} is there already, from the same plan and command.`,
    };
  const parts = await system.runJob(
    "sweep",
    { ...job, range: [from, to] },
    simulation.workers,
    makeProgress(system, "Sweeping", "rows"),
  );
  const rows = parts.flat();
  const front =
    objectives.length === 0
      ? null
      : findFront(
          rows.map(({ indicators }) => indicators),
          objectives,
        );
  const columns = sweepColumns(axes, draws !== null, front !== null);
  const records = rows.map((row, index) => [
    ...row.values,
    ...row.indicators,
    ...(row.spreads ?? []).flat(),
    ...(front === null ? [] : [front.indices.has(index)]),
  ]);
  const bytes = new TextEncoder().encode(
    isJson ? formatJson({ columns, rows: records, run }) : writeSweepCsv(columns, records, from === 0),
  );
  await createFile(output, bytes, options.force || options.resume);
  if (!isJson) await createFile(`${output}.run.json`, new TextEncoder().encode(formatJson(run)), true);
  return {
    json: {
      ...answer,
      ...(front === null
        ? {}
        : {
            pareto: {
              figures: objectives.map(({ key }) => key),
              rows: front.indices.size,
              hypervolume: front.hypervolume,
            },
          }),
    },
    text: `${output}: ${formatCount(to - from, "row")}${shard === null ? "" : ` of ${total} (part ${shard})`}, ${formatCount(columns.length, "column")}.${front === null ? "" : ` ${formatCount(front.indices.size, "row")} on the Pareto front.`}`,
  };
}

function readAxes(
  { levers, compiled, choice }: OpenedScenario,
  texts: readonly string[],
): readonly SweepAxis[] {
  if (texts.length === 0)
    throw new CliFailure(2, {
      type: "nothing-to-vary",
      message: "Which levers? Say --vary LEVER=FROM:TO:STEP.",
    });
  const axes = texts.map((text) => {
    const assignment = splitAssignment(text, "LEVER=VALUE");
    const axis = readSweepAxis(levers, assignment.path, assignment.text);
    if (!axis.ok) throw failOnAxis(axis.error);
    return axis.value;
  });
  const twice = axes.find(({ path }, index) => axes.findIndex((other) => other.path === path) < index);
  if (twice !== undefined)
    throw new CliFailure(2, {
      type: "varied-twice",
      message: `${twice.path} is varied twice.`,
      path: twice.path,
    });
  const rows = countSweepRows(axes);
  if (rows > MAXIMUM_ROWS)
    throw new CliFailure(2, {
      type: "too-many-rows",
      message: `That would be ${rows} rows, more than ${MAXIMUM_ROWS}. Take larger steps.`,
      rows,
      maximum: MAXIMUM_ROWS,
    });
  for (const { path, values } of axes)
    for (const value of values) {
      const checked = checkLevers(compiled, { ...choice.levers, [path]: value });
      // Seats below the officials may be right in rows where another lever lowers these.
      if (!checked.ok && checked.error.type !== "lever-seats-below-officials")
        throw failOnLever(checked.error, 2);
    }
  for (let row = 0; row < rows; row += 1) {
    if (axes.every(({ path }) => !/^committee\..+\.(seats|officials)$/.test(path))) break;
    const values = readSweepValues(axes, row);
    const moved = Object.fromEntries(axes.map(({ path }, axis) => [path, values[axis]]));
    const checked = checkLevers(compiled, { ...choice.levers, ...moved });
    if (!checked.ok) throw failOnLever(checked.error, 2);
  }
  return axes;
}

function readShard(text: string | undefined, rows: number) {
  if (text === undefined) return { from: 0, to: rows, shard: null };
  const match = /^(\d+)\/(\d+)$/.exec(text);
  const [shard, shards] = [Number(match?.[1]), Number(match?.[2])];
  if (!(shard >= 1 && shard <= shards && shards <= 1_000_000))
    throw new CliFailure(2, {
      type: "not-a-shard",
      message: `--shard: "${text}" is not I/N with I from 1 to N.`,
    });
  const [from, to] = findShardRows(rows, shard, shards);
  return { from, to, shard: `${shard}/${shards}` };
}

interface Objective {
  readonly key: MeasureKey;
  readonly direction: Direction;
  readonly column: number;
}

function readObjectives({ pareto, shard }: SweepOptions): readonly Objective[] {
  if (pareto === undefined) return [];
  if (shard !== undefined)
    throw new CliFailure(2, {
      type: "pareto-of-part",
      message: "--pareto needs all rows at once; leave --shard out.",
    });
  const objectives = pareto.split(",").map((name): Objective => {
    const { key, better } = requireMeasure(name);
    const column = indicatorDefinitions.findIndex((indicator) => indicator.key === key);
    if (column < 0 || better === "neither")
      throw new CliFailure(2, {
        type: "no-direction",
        message: `${key} has no better direction to compare rows by.`,
      });
    return { key, direction: better, column };
  });
  if (objectives.length < 2)
    throw new CliFailure(2, {
      type: "too-few-objectives",
      message: "--pareto needs two figures or more, separated by commas.",
    });
  return objectives;
}

/** The hypervolume is taken from the worst value of each figure among the rows. */
function findFront(rows: readonly (readonly (number | null)[])[], objectives: readonly Objective[]) {
  const directions = objectives.map(({ direction }) => direction);
  const options = rows.map((row) => objectives.map(({ column }) => row[column] ?? Number.NaN));
  const reference = objectives.map(({ direction }, index) => {
    const values = options
      .map((option) => option[index] ?? Number.NaN)
      .filter((value) => !Number.isNaN(value));
    return direction === "higher" ? Math.min(...values) : Math.max(...values);
  });
  const front = findParetoFront(options, directions);
  const best = front.map((index) => options[index] ?? []);
  return { indices: new Set(front), hypervolume: computeHypervolume(best, directions, reference) };
}
