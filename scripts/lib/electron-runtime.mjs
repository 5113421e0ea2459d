import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** How long the download's server may take to answer at all. */
const PROBE_LIMIT_MS = 10_000;
/** How long the download itself may take (about 110 MB). */
const DOWNLOAD_LIMIT_MS = 15 * 60_000;
/** A failed attempt is not repeated for a day. */
const FORGET_FAILURE_AFTER_MS = 24 * 60 * 60_000;

/**
 * The path of Electron's executable, or null where its runtime was never
 * downloaded. Asking the `electron` package itself would start the download.
 *
 * @param {string} projectRoot
 */
export function findElectronRuntime(projectRoot) {
  const folder = join(projectRoot, "node_modules", "electron");
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8").trim() : null;
  if (override === undefined && name === null) return null;
  const executable = join(override ?? join(folder, "dist"), name ?? "electron");
  return existsSync(executable) ? executable : null;
}

/** @param {string} projectRoot */
export function electronVersion(projectRoot) {
  const manifest = join(projectRoot, "node_modules", "electron", "package.json");
  return /** @type {string} */ (JSON.parse(readFileSync(manifest, "utf8")).version);
}

/**
 * Whether an attempt to get this version failed so recently that another one would only cost time.
 *
 * @param {import("./start-state.mjs").StartState} state
 * @param {string} version
 * @param {number} nowMs
 */
export function failedRecently(state, version, nowMs) {
  const failure = state.electronFailure;
  if (failure === undefined || failure.version !== version) return false;
  const agoMs = nowMs - failure.atMs;
  return agoMs >= 0 && agoMs < FORGET_FAILURE_AFTER_MS;
}

/**
 * Gets Electron's runtime with the package's own installer. Its server is
 * asked first, so that a computer without a way to it waits seconds, not
 * minutes.
 *
 * @param {string} projectRoot
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>} the executable, or null where it cannot be had
 */
export async function downloadElectronRuntime(projectRoot, say) {
  const fileName = `electron-v${electronVersion(projectRoot)}-${process.platform}-${process.arch}.zip`;
  if (!isCached(fileName) && !(await isReachable(downloadUrl(projectRoot, fileName)))) return null;
  say("Downloading Electron's runtime (about 110 MB, once) …");
  const installer = join(projectRoot, "node_modules", "electron", "install.js");
  const child = spawn(process.execPath, [installer], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill(), DOWNLOAD_LIMIT_MS);
  await new Promise((done) => {
    child.once("error", done);
    child.once("exit", done);
  });
  clearTimeout(timer);
  return findElectronRuntime(projectRoot);
}

/**
 * @param {string} projectRoot
 * @param {string} fileName
 */
function downloadUrl(projectRoot, fileName) {
  const { ELECTRON_MIRROR, npm_config_electron_mirror } = process.env;
  const mirror =
    npm_config_electron_mirror ??
    ELECTRON_MIRROR ??
    "https://github.com/electron/electron/releases/download/";
  return `${mirror.replace(/\/?$/, "/")}v${electronVersion(projectRoot)}/${fileName}`;
}

/** @param {string} url */
async function isReachable(url) {
  try {
    const signal = AbortSignal.timeout(PROBE_LIMIT_MS);
    return (await fetch(url, { method: "HEAD", redirect: "follow", signal })).ok;
  } catch {
    return false;
  }
}

/**
 * Whether an earlier download lies in the folder where the installer looks first.
 *
 * @param {string} fileName
 */
function isCached(fileName) {
  const { electron_config_cache, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const folder =
    electron_config_cache ??
    (process.platform === "darwin"
      ? join(homedir(), "Library", "Caches", "electron")
      : process.platform === "win32"
        ? join(LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "electron", "Cache")
        : join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "electron"));
  try {
    return readdirSync(folder).some((name) => existsSync(join(folder, name, fileName)));
  } catch {
    return false;
  }
}
