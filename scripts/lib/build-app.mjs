import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { withBuildLock } from "./build-lock.mjs";
import { isSameContent, readStamp, takeStamp, writeStamp } from "./source-stamp.mjs";

export const projectRoot = resolve(import.meta.dirname, "../..");
/** Where everything built goes; `CIVPLAN_OUT` names another folder for a second, separate build. */
export const outFolder = resolve(projectRoot, process.env.CIVPLAN_OUT ?? "out");

const SHARED_INPUTS = [
  "core",
  "renderer/host",
  "electron.vite.config.ts",
  "package-lock.json",
  "tsconfig.json",
];

/** What each part is built from. */
const PARTS = {
  main: { inputs: ["main", "preload", ...SHARED_INPUTS], proof: "index.cjs" },
  preload: { inputs: ["preload", ...SHARED_INPUTS], proof: "index.cjs" },
  renderer: {
    inputs: ["renderer", "core", "preload", "postcss.config.cjs", ...SHARED_INPUTS],
    proof: "index.html",
  },
};

/** @typedef {keyof typeof PARTS} PartName */

/**
 * Builds the parts of the app whose sources changed since they were built.
 * A part is built beside the old one and then put in its place, so that what
 * is being served or tested is never half a build.
 *
 * @param {{ force?: boolean, say?: (line: string) => void }} [options]
 * @returns {Promise<PartName[]>} the parts that were built
 */
export function buildApp({ force = false, say = () => undefined } = {}) {
  return withBuildLock(outFolder, async () => {
    const names = /** @type {PartName[]} */ (Object.keys(PARTS));
    const stale = names.map((name) => checkPart(name, force)).filter((part) => part.isStale);
    if (stale.length === 0) return [];
    const stagingFolder = join(outFolder, ".staging");
    const { resolveConfig } = await import("electron-vite");
    const { build } = await import("vite");
    const { config } = await resolveConfig(
      { root: projectRoot, logLevel: "warn", build: { outDir: stagingFolder } },
      "build",
      "production",
    );
    for (const { name, stamp, stampPath } of stale) {
      const startMs = performance.now();
      rmSync(join(stagingFolder, name), { recursive: true, force: true });
      const partConfig = config?.[name];
      if (partConfig === undefined) throw new Error(`electron.vite.config.ts says nothing about ${name}`);
      await build(partConfig);
      replaceFolder(join(stagingFolder, name), join(outFolder, name));
      writeStamp(stampPath, stamp);
      say(`built ${name} in ${Math.round(performance.now() - startMs)} ms`);
    }
    rmSync(stagingFolder, { recursive: true, force: true });
    return stale.map((part) => part.name);
  });
}

/**
 * @param {PartName} name
 * @param {boolean} force
 */
function checkPart(name, force) {
  const { inputs, proof } = PARTS[name];
  const stampPath = join(outFolder, `.stamp-${name}.json`);
  const previous = readStamp(stampPath);
  const stamp = takeStamp(projectRoot, inputs, previous);
  const isBuilt = existsSync(join(outFolder, name, proof));
  const isStale = force || !isBuilt || !isSameContent(previous, stamp);
  // A fresh checkout changes times, not content: remember the times, so that nothing is read next time.
  if (!isStale) writeStamp(stampPath, stamp);
  return { name, stamp, stampPath, isStale };
}

/**
 * @param {string} from
 * @param {string} to
 */
function replaceFolder(from, to) {
  const old = `${to}.old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  if (existsSync(to)) renameSync(to, old);
  try {
    renameSync(from, to);
  } catch {
    // Windows may hold a fresh folder for a moment; copying works where renaming does not.
    cpSync(from, to, { recursive: true });
  }
  rmSync(old, { recursive: true, force: true });
}
