#!/usr/bin/env node
// The app while it is being written: Electron with live reload, or the page alone
// where Electron's runtime is not installed.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "./lib/build-app.mjs";
import { findElectronRuntime } from "./lib/electron-runtime.mjs";
import { hasDisplay } from "./lib/open-browser.mjs";

if (findElectronRuntime(projectRoot) !== null && hasDisplay(process.env, process.platform)) {
  const flags = process.platform === "linux" && process.getuid?.() === 0 ? ["--noSandbox"] : [];
  const command = join(projectRoot, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const child = spawn(process.execPath, [command, "dev", ...flags], { stdio: "inherit", cwd: projectRoot });
  child.once("exit", (code) => {
    process.exitCode = code ?? 0;
  });
} else {
  console.log("Electron cannot be run here: serving the page alone, with live reload.");
  const { resolveConfig } = await import("electron-vite");
  const { createServer } = await import("vite");
  const { config } = await resolveConfig({ root: projectRoot }, "serve", "development");
  const server = await createServer(config?.renderer);
  await server.listen();
  server.printUrls();
}
