import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/**
 * What `npm start` remembers between runs: the port it had to change to
 * (recovered work in a browser belongs to one origin), and when Electron's
 * runtime could not be had.
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
export function statePathFor(env, platform) {
  const home = homedir();
  const folder =
    platform === "win32"
      ? (env.APPDATA ?? join(home, "AppData", "Roaming"))
      : platform === "darwin"
        ? join(home, "Library", "Application Support")
        : (env.XDG_CONFIG_HOME ?? join(home, ".config"));
  return join(folder, "civplan", "start.json");
}

/**
 * @param {string} path
 * @returns {import("./start-state.mjs").StartState}
 */
export function readState(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}

/**
 * Remembers `change` beside what is known. A folder that cannot be written to
 * costs the memory, not the start.
 *
 * @param {string} path
 * @param {import("./start-state.mjs").StartState} change
 */
export function updateState(path, change) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify({ ...readState(path), ...change }, null, 2)}\n`);
  } catch {
    // Only the port and an attempt are forgotten.
  }
}
