import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const root = import.meta.dirname;

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
    build: commonJs({ index: resolve(root, "preload/index.ts") }),
  },
  renderer: {
    root: resolve(root, "renderer"),
    plugins: [react()],
    server: { host: "127.0.0.1" },
    worker: { format: "es" },
    build: {
      target: "es2022",
      minify: true,
      // Nothing becomes a data: address, which the content policy would refuse for fonts and WASM.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, "renderer/index.html") },
    },
  },
});
