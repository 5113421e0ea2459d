import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "@playwright/test";

const script = join(import.meta.dirname, "../../../scripts/civplan.mjs");

/** What the command line says of a saved plan: the JSON of `civplan COMMAND FILE …OPTIONS`. */
export async function runCivplan(
  command: string,
  bytes: Uint8Array,
  ...options: readonly string[]
): Promise<unknown> {
  const file = test.info().outputPath("for-civplan.civplan");
  await writeFile(file, bytes);
  const argv = [script, command, file, ...options, "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}
