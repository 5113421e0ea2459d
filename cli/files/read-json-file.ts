import { readFileSync, statSync } from "node:fs";
import { CliFailure } from "../failures/cli-failure";
import { describeFolder, failOnFile } from "./file-errors";

/** Settings and futures are small; what is larger is something else. */
const MAXIMUM_BYTES = 10_000_000;

/** The JSON in a file; throws a CliFailure that says why it cannot be read. */
export function readJsonFile(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not readable";
    throw new CliFailure(3, { type: "invalid-json", message: `${path} is not JSON: ${reason}.`, reason });
  }
}

function readText(path: string): string {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new CliFailure(3, describeFolder(path));
    if (!stat.isFile() || stat.size > MAXIMUM_BYTES)
      throw new CliFailure(3, {
        type: "not-a-file",
        message: `${path} is not an ordinary file of at most ${MAXIMUM_BYTES / 1e6} MB.`,
      });
    return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    throw error instanceof CliFailure ? error : failOnFile(error, path, "read");
  }
}
