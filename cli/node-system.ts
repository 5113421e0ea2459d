import { randomBytes } from "node:crypto";
import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { version } from "../package.json";
import { loadSolver } from "./compute/load-solver";
import type { RunJob } from "./compute/run-job";
import type { Inspect } from "./gate/inspect-plan-file";
import { loadSqlite } from "./gate/load-sqlite";
import { mintUuidV7 } from "./mint-uuid-v7";
import type { CliSystem } from "./system";

const ID_RANDOM_BYTES = 10;

/** The real surroundings: the system's clock, random numbers, user and streams. */
export const makeNodeSystem = (inspect: Inspect, runJob: RunJob): CliSystem => ({
  appVersion: version,
  language: readLanguage(process.env),
  settingsFolder: join(findSettingsRoot(process.env, process.platform), "civplan"),
  userName: readUserName(),
  nowMs: () => Date.now(),
  mintId: () => mintUuidV7(Date.now(), randomBytes(ID_RANDOM_BYTES)),
  writeOut: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  loadSqlite,
  inspect,
  runJob,
  loadSolver,
});

const readLanguage = (env: NodeJS.ProcessEnv) =>
  /^ko/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || "") ? "ko" : "en";

function findSettingsRoot(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (env.XDG_CONFIG_HOME) return env.XDG_CONFIG_HOME;
  if (platform === "win32" && env.APPDATA) return env.APPDATA;
  return join(homedir(), ".config");
}

/** Some containers run under a user without a name. */
function readUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}
