import { Command, CommanderError } from "commander";
import { findNearestName } from "../core/plan/nearest-name";
import { addCompareCommand } from "./commands/compare";
import { addDiffCommand } from "./commands/diff";
import { addEvaluateCommand } from "./commands/evaluate";
import { addHistoryCommand } from "./commands/history";
import { addInfoCommand } from "./commands/info";
import { addMergeCommand } from "./commands/merge";
import { addModelCommand } from "./commands/model";
import { addNewCommand } from "./commands/new";
import { addOptimiseCommand } from "./commands/optimise";
import { addPublishCommand } from "./commands/publish";
import { addRobustCommand } from "./commands/robust";
import { addSeekCommand } from "./commands/seek";
import { addSensitivityCommand } from "./commands/sensitivity";
import { addSetCommand } from "./commands/set";
import { addSweepCommand } from "./commands/sweep";
import { addVerifyCommand } from "./commands/verify";
import { CliFailure, type ExitCode, suggest } from "./failures/cli-failure";
import { type CommandReport, formatJson, printReport, removeControls } from "./output/report";
import type { CliSystem } from "./system";

/** Runs a command's work and prints what it answers. */
export type RunCommand = (work: () => Promise<CommandReport> | CommandReport) => Promise<void>;

/** Adds one command to the program. */
export type AddCommand = (program: Command, system: CliSystem, run: RunCommand) => Command;

const ADD_COMMANDS: readonly AddCommand[] = [
  addNewCommand,
  addInfoCommand,
  addVerifyCommand,
  addEvaluateCommand,
  addCompareCommand,
  addSweepCommand,
  addSensitivityCommand,
  addSeekCommand,
  addOptimiseCommand,
  addRobustCommand,
  addSetCommand,
  addHistoryCommand,
  addDiffCommand,
  addMergeCommand,
  addPublishCommand,
  addModelCommand,
];

/** Runs one command line (without the program's name) and returns its exit code. Bugs are thrown. */
export async function runCli(argv: readonly string[], system: CliSystem): Promise<ExitCode> {
  const isJson = argv.includes("--json");
  let exitCode: ExitCode = 0;
  let helpText = "";
  let active: Command | null = null;
  const program = new Command("civplan")
    .description("Draft a multi-year master plan for civil democracy and see what each choice does.")
    .option("--json", "print one JSON object and nothing else on standard output")
    .version(system.appVersion, "-V, --version")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", HELP_EXAMPLE);
  for (const addCommand of ADD_COMMANDS) {
    const command: Command = addCommand(program, system, async (work) => {
      active = command;
      const report = await work();
      printReport(system, report, isJson);
      exitCode = report.exitCode ?? 0;
    });
    command.showHelpAfterError(false);
  }
  for (const command of [program, ...program.commands])
    command
      .exitOverride((error) => {
        active = command;
        throw error;
      })
      .configureOutput({
        writeOut: (text) => {
          helpText += text;
        },
        writeErr: (text) => {
          helpText += text;
        },
        outputError: () => undefined,
      });
  try {
    refuseUnknownCommand(program, argv);
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      system.writeOut(isJson ? formatJson(helpObject(error, helpText.trimEnd())) : helpText);
      return 0;
    }
    const failure = asFailure(error);
    if (isJson) system.writeOut(formatJson({ error: failure.report }));
    const usage = failure.exitCode === 2 ? `\n${usageOf(active ?? program)}` : "";
    system.writeError(`${removeControls(failure.message)}${usage}\n`);
    return failure.exitCode;
  }
}

const HELP_EXAMPLE = `
Example:
  civplan new --template seoul-civil-democracy -o plan.civplan
  civplan evaluate plan.civplan --set committee.COUNCIL.seats=50

Exit codes:
  0 done
  1 done, but something needs a person
  2 wrong usage
  3 not a plan file, or a file that cannot be read or written
  4 damaged file
  5 file of a newer format (on writing; reading works)
  6 refused content`;

function refuseUnknownCommand(program: Command, argv: readonly string[]): void {
  const [name] = argv.filter((argument) => !argument.startsWith("-"));
  const known = [...program.commands.map((command) => command.name()), "help"];
  if (name === undefined || known.includes(name)) return;
  const nearest = findNearestName(name, known);
  throw new CliFailure(2, {
    type: "unknown-command",
    message: `There is no command "${name}".${suggest(nearest)}`,
    name,
    nearest,
    known,
  });
}

const helpObject = (error: CommanderError, text: string) =>
  error.code === "commander.version" ? { version: text } : { help: text };

/** Commander's errors are about usage; anything else that is no CliFailure is a bug. */
function asFailure(error: unknown): CliFailure {
  if (error instanceof CliFailure) return error;
  if (!(error instanceof CommanderError)) throw error;
  const type = error.code
    .replace("commander.", "")
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (type === "help") return new CliFailure(2, { type: "missing-command", message: "Which command?" });
  const sentence = error.message.replace(/^error: /, "").replaceAll("\n", " ");
  return new CliFailure(2, { type, message: sentence.charAt(0).toUpperCase() + sentence.slice(1) });
}

/** The usage of a command, or of the program with its commands. */
function usageOf(command: Command): string {
  const name = command.parent === null ? "civplan" : `civplan ${command.name()}`;
  const lines = [`Usage: ${name} ${command.usage()}`];
  if (command.parent === null)
    lines.push(`Commands: ${command.commands.map((candidate) => candidate.name()).join(", ")}`);
  lines.push(command.parent === null ? `More: civplan --help` : `More: ${name} --help`);
  return lines.join("\n");
}
