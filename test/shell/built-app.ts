import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { resolveConfig } from "electron-vite";
import { build, mergeConfig } from "vite";
import { outFolder, projectRoot } from "../../scripts/lib/build-app.mjs";
import { withBuildLock } from "../../scripts/lib/build-lock.mjs";
import { isSameContent, readStamp, takeStamp, writeStamp } from "../../scripts/lib/source-stamp.mjs";

export { projectRoot };

/** What can be tested: the app, or a page that holds nothing but a host. */
export type BundleName = "app" | "host-harness";

const harnessFolder = join(outFolder, "test-shell/host-harness");

/** Where the shell and the page of a bundle are. */
export function locateBundle(bundle: BundleName): { mainPath: string; pageFolder: string } {
  const folder = bundle === "app" ? outFolder : harnessFolder;
  return { mainPath: join(folder, "main/index.cjs"), pageFolder: join(folder, "renderer") };
}

export const mainSidePath = join(outFolder, "test-shell/main-side.cjs");

const testFolder = join(outFolder, "test-shell");
const stampPath = join(testFolder, ".stamp.json");
/** What the stand-in's child and the harness are made of; the app's own sources end up in the harness too. */
const INPUTS = [
  "test/shell",
  "main",
  "preload",
  "renderer/host",
  "core/result.ts",
  "electron.vite.config.ts",
];

/** Builds what specs need beside the app, if its sources changed. */
export async function buildTestParts(): Promise<void> {
  await withBuildLock(testFolder, async () => {
    const previous = readStamp(stampPath);
    const stamp = takeStamp(projectRoot, INPUTS, previous);
    if (existsSync(mainSidePath) && existsSync(harnessFolder) && isSameContent(previous, stamp)) return;
    await buildMainSide();
    await buildHostHarness();
    writeStamp(stampPath, stamp);
  });
}

/** Bundles the stand-in's child process, which plain Node runs. */
async function buildMainSide(): Promise<void> {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: "warn",
    build: {
      ssr: join(projectRoot, "test/shell/main-side/index.ts"),
      outDir: testFolder,
      emptyOutDir: false,
      minify: false,
      target: "node20",
      rolldownOptions: { output: { format: "cjs", entryFileNames: "main-side.cjs" } },
    },
  });
}

/** Puts the harness's page beside copies of the built shell and preload, with the app's own build settings. */
async function buildHostHarness(): Promise<void> {
  const { config } = await resolveConfig({ root: projectRoot, logLevel: "warn" }, "build", "production");
  const root = join(projectRoot, "test/shell/host-harness");
  await rm(harnessFolder, { recursive: true, force: true });
  for (const part of ["main", "preload"]) {
    await cp(join(outFolder, part), join(harnessFolder, part), { recursive: true });
  }
  await build(
    mergeConfig(config?.renderer ?? {}, {
      root,
      build: {
        outDir: join(harnessFolder, "renderer"),
        rolldownOptions: { input: join(root, "index.html") },
      },
    }),
  );
}
