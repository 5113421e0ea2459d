import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const WAIT_LIMIT_MS = 180_000;
const ASK_AGAIN_MS = 100;

/**
 * Runs one build at a time for an output folder: two commands started together
 * would otherwise write over each other's files.
 *
 * @template T
 * @param {string} outFolder
 * @param {() => Promise<T>} build
 * @returns {Promise<T>}
 */
export async function withBuildLock(outFolder, build) {
  const lockPath = join(outFolder, ".build-lock");
  mkdirSync(outFolder, { recursive: true });
  for (let waitedMs = 0; !tryLock(lockPath); waitedMs += ASK_AGAIN_MS) {
    if (waitedMs >= WAIT_LIMIT_MS) throw new Error(`Another build seems to hang; delete ${lockPath}`);
    await wait(ASK_AGAIN_MS);
  }
  try {
    return await build();
  } finally {
    rmSync(lockPath, { force: true });
  }
}

/** @param {string} lockPath */
function tryLock(lockPath) {
  try {
    writeFileSync(lockPath, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    if (!isHolderAlive(lockPath)) rmSync(lockPath, { force: true });
    return false;
  }
}

/** @param {string} lockPath */
function isHolderAlive(lockPath) {
  try {
    const holder = Number(readFileSync(lockPath, "utf8"));
    // An empty file is a lock being written this moment.
    if (holder === 0) return true;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
