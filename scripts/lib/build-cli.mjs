import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outFolder, projectRoot } from "./build-app.mjs";
import { withBuildLock } from "./build-lock.mjs";
import { isSameContent, readStamp, takeStamp, writeStamp } from "./source-stamp.mjs";

const INPUTS = ["cli", "core", "package.json", "package-lock.json", "tsconfig.json"];

const cliFolder = join(outFolder, "cli");
const bundlePath = join(cliFolder, "index.mjs");
const stampPath = join(cliFolder, ".stamp.json");

/**
 * The bundled command line, built first if its sources changed. Says nothing:
 * stdout belongs to the command.
 *
 * @returns {Promise<string>} path of the module to import
 */
export async function buildCliIfStale() {
  if (isFresh()) return bundlePath;
  return withBuildLock(cliFolder, async () => {
    if (isFresh()) return bundlePath;
    const stamp = takeStamp(projectRoot, INPUTS, readStamp(stampPath));
    const { build } = await import("vite");
    const result = await build({
      configFile: false,
      root: projectRoot,
      logLevel: "silent",
      build: {
        ssr: join(projectRoot, "cli", "index.ts"),
        write: false,
        minify: false,
        target: "node20",
        rolldownOptions: { output: { format: "es", entryFileNames: "index.mjs", codeSplitting: false } },
      },
    });
    const chunk = "output" in result ? result.output[0] : undefined;
    if (chunk === undefined) throw new Error("the bundler gave no output");
    mkdirSync(cliFolder, { recursive: true });
    writeFileSync(`${bundlePath}.new`, chunk.code);
    renameSync(`${bundlePath}.new`, bundlePath);
    writeStamp(stampPath, stamp);
    return bundlePath;
  });
}

function isFresh() {
  if (!existsSync(bundlePath)) return false;
  const previous = readStamp(stampPath);
  const stamp = takeStamp(projectRoot, INPUTS, previous);
  return isSameContent(previous, stamp);
}
