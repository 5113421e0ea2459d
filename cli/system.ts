import type { TemplateLanguage } from "../core/plan/templates/template-name";
import type { OpenDatabase } from "../core/planfile/sql-database";
import type { SolveLinear } from "../core/scenario/portfolio/linear-model";
import type { RunJob } from "./compute/run-job";
import type { Inspect } from "./gate/inspect-plan-file";

/**
 * All that the command takes from its surroundings. Clock, random ids and the
 * user's name enter here and nowhere else.
 */
export interface CliSystem {
  readonly appVersion: string;
  /** Language of a new plan unless `--language` says otherwise. */
  readonly language: TemplateLanguage;
  /** Folder of the user's settings for this program; need not exist. */
  readonly settingsFolder: string;
  /** Name of the person at the computer, as the system knows it; may be empty. */
  readonly userName: string;
  nowMs(): number;
  /** A new UUID at each call. */
  mintId(): string;
  /** Answers only: the report, or with `--json` one object. */
  writeOut(text: string): void;
  /** Messages and progress. */
  writeError(text: string): void;
  loadSqlite(): Promise<OpenDatabase>;
  /** Reads a file that may come from anybody, where it can be ended. */
  readonly inspect: Inspect;
  /** Runs long computations, on several threads where that is asked for. */
  readonly runJob: RunJob;
  loadSolver(): Promise<SolveLinear>;
}
