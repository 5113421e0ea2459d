#!/usr/bin/env node
// The command line: bundles cli/ and core/ when they changed, then runs them.
import { pathToFileURL } from "node:url";
import { buildCliIfStale } from "./lib/build-cli.mjs";

let bundlePath;
try {
  bundlePath = await buildCliIfStale();
} catch (error) {
  process.stderr.write(`civplan: cannot be built: ${error instanceof Error ? error.message : error}\n`);
  process.exit(70);
}
await import(pathToFileURL(bundlePath).href);
