import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "vite";
import { outFolder, projectRoot } from "../../scripts/lib/build-app.mjs";

/** Where `scripts/build.mjs` put the app. */
export const builtApp = {
  projectRoot,
  outFolder,
  mainPath: join(outFolder, "main/index.cjs"),
  preloadPath: join(outFolder, "preload/index.cjs"),
  bundleFolder: join(outFolder, "renderer"),
  mainSidePath: join(outFolder, "test-shell/main-side.cjs"),
};

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
  await mkdir(dirname(builtApp.mainSidePath), { recursive: true });
  const temporary = `${builtApp.mainSidePath}.${process.pid}`;
  await writeFile(temporary, chunk.code);
  await rename(temporary, builtApp.mainSidePath);
}
