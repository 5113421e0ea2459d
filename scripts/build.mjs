#!/usr/bin/env node
// Builds the app into out/: all of it, or with --stale only what changed.
import { buildApp } from "./lib/build-app.mjs";

const built = await buildApp({ force: !process.argv.includes("--stale"), say: console.log });
if (built.length === 0) console.log("everything is up to date");
