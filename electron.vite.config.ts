import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

const root = import.meta.dirname;

/**
 * zod looks for `new Function` while the first schema is made, which a content
 * policy without `unsafe-eval` reports as a violation although nothing fails.
 * It has a switch against that, but a switch in our own code would come too
 * late: modules with schemas are evaluated before it. So it is set in zod's
 * own module, for page, workers and preload.
 */
const zodWithoutEval = () => ({
  name: "zod-without-eval",
  transform(code: string, id: string) {
    if (!/\/zod\/v4\/core\/core\.js$/.test(id.replaceAll("\\", "/"))) return null;
    if (!code.includes("export const globalConfig")) throw new Error("zod has moved its configuration");
    return { code: `${code}\nglobalConfig.jitless = true;\n`, map: null };
  },
});

/**
 * What the first screen waits for although no module imports it: the texts of the
 * languages, since the page knows its own only when its modules have run; and the
 * letters of the first screen with the name of the other language, since for those
 * that are not there yet the browser asks the system for another font and waits.
 */
const TEXTS = /\/i18n\/\w+\.json$/;
const FIRST_FONTS = /\/(inter-latin-wght-normal|noto-sans-kr-11[78]-wght-normal)-[\w-]+\.woff2$/;
const firstFilesPreloaded = (): Plugin => ({
  name: "first-files-preloaded",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((file) => {
        const source = file.type === "chunk" ? (file.facadeModuleId ?? "") : "";
        const link = (attributes: Record<string, string>) => ({
          tag: "link",
          attrs: { ...attributes, crossorigin: true, href: `./${file.fileName}` },
          injectTo: "head" as const,
        });
        if (TEXTS.test(source.replaceAll("\\", "/"))) return [link({ rel: "modulepreload" })];
        if (!FIRST_FONTS.test(file.fileName)) return [];
        return [link({ rel: "preload", as: "font", type: "font/woff2" })];
      }),
  },
});

/** The solver imports this where it runs under Node.js, which a page never does. */
const NODE_MODULE = "\0node-module-of-the-solver";
const solverWithoutNode = () => ({
  name: "solver-without-node",
  enforce: "pre" as const,
  resolveId: (id: string, importer?: string) =>
    id === "node:module" && importer?.includes("/node_modules/highs/") ? NODE_MODULE : null,
  load: (id: string) => (id === NODE_MODULE ? "export const createRequire = undefined;" : null),
});

/**
 * Shell and preload are CommonJS on purpose: a sandboxed preload cannot be an
 * ES module, and one format for both keeps them loadable by the same means.
 * Everything they use is bundled in (`externalizeDeps: false`), because a
 * sandboxed preload may require only Electron's own short list.
 */
const commonJs = (entries: Record<string, string>) => ({
  externalizeDeps: false,
  target: "node20",
  minify: true,
  rolldownOptions: {
    input: entries,
    output: {
      format: "cjs" as const,
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name]-[hash].cjs",
    },
  },
});

export default defineConfig({
  main: {
    build: commonJs({
      index: resolve(root, "main/index.ts"),
      "static-server": resolve(root, "main/static-server.ts"),
    }),
  },
  preload: {
    plugins: [zodWithoutEval()],
    build: commonJs({ index: resolve(root, "preload/index.ts") }),
  },
  renderer: {
    root: resolve(root, "renderer"),
    plugins: [react(), zodWithoutEval(), firstFilesPreloaded()],
    server: { host: "127.0.0.1" },
    worker: { format: "es", plugins: () => [zodWithoutEval(), solverWithoutNode()] },
    build: {
      target: "es2022",
      minify: true,
      // Nothing becomes a data: address, which the content policy would refuse for fonts and WASM.
      assetsInlineLimit: 0,
      // What may load at the start is measured by the benchmark, gzipped.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: resolve(root, "renderer/index.html"),
        // What the first screen needs comes as one file, not as a dozen: those cannot all be fetched at once.
        output: { codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] } },
      },
    },
  },
});
