import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { resolveConfig } from "electron-vite";
import { build, mergeConfig } from "vite";
import { outFolder, projectRoot } from "../../scripts/lib/build-app.mjs";

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

/** Bundles the stand-in's child process, which plain Node runs. Takes some 100 ms. */
export async function buildMainSide(): Promise<void> {
  const result = await build({
    configFile: false,
    root: projectRoot,
    logLevel: "warn",
    build: {
      ssr: join(projectRoot, "test/shell/main-side/index.ts"),
      write: false,
      minify: false,
      target: "node20",
      rolldownOptions: { output: { format: "cjs", entryFileNames: "main-side.cjs" } },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunk = outputs.flatMap((entry) => ("output" in entry ? entry.output : [])).at(0);
  if (chunk?.type !== "chunk") throw new Error("the stand-in's child process could not be bundled");
  await mkdir(dirname(mainSidePath), { recursive: true });
  const temporary = `${mainSidePath}.${process.pid}`;
  await writeFile(temporary, chunk.code);
  await rename(temporary, mainSidePath);
}

/** Puts the harness's page beside copies of the built shell and preload, with the app's own build settings. */
export async function buildHostHarness(): Promise<void> {
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
