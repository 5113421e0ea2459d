import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { MAX_FILE_BYTES } from "../../core/planfile/file-format";
import { CliFailure } from "../failures/cli-failure";
import { failToOpen } from "../failures/open-failure";
import { fileCalls } from "./file-calls";
import { describeFolder, failOnFile } from "./file-errors";

/** Says whether a file is still the same. */
export interface FileStamp {
  readonly sizeBytes: number;
  readonly sha256: string;
}

export const stampOf = (bytes: Uint8Array): FileStamp => ({
  sizeBytes: bytes.byteLength,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

export const isSameStamp = (a: FileStamp, b: FileStamp): boolean =>
  a.sizeBytes === b.sizeBytes && a.sha256 === b.sha256;

/** The content of a plan file; what is no ordinary file, or too large for a plan, is not read at all. */
export function readPlanBytes(path: string): Uint8Array {
  try {
    // Asked before opening, which would wait for ever on a named pipe.
    const stat = statSync(path);
    if (stat.isDirectory()) throw new CliFailure(3, describeFolder(path));
    if (!stat.isFile())
      throw new CliFailure(3, { type: "not-a-file", message: `${path} is not an ordinary file.` });
    if (stat.size > MAX_FILE_BYTES)
      throw failToOpen(path, { type: "too-large", bytes: stat.size, maximumBytes: MAX_FILE_BYTES });
    return fileCalls.readFile(path);
  } catch (error) {
    throw error instanceof CliFailure ? error : failOnFile(error, path, "read");
  }
}
