import type { OpenError } from "../../core/planfile/open-error";
import { CliFailure, type ExitCode } from "./cli-failure";

const BYTES_PER_MEBIBYTE = 2 ** 20;

const exitCodes: Readonly<Record<OpenError["type"], ExitCode>> = {
  "empty-file": 3,
  "too-large": 3,
  "not-sqlite": 3,
  "not-a-plan": 3,
  truncated: 4,
  damaged: 4,
  "write-ahead-log": 6,
  "refused-content": 6,
  "too-many-ops": 6,
  "took-too-long": 6,
};

/** Why a plan file was not opened, in words and as an exit code. */
export const failToOpen = (file: string, error: OpenError): CliFailure =>
  new CliFailure(exitCodes[error.type], { ...error, message: `${file} ${describe(error)}` });

function describe(error: OpenError): string {
  switch (error.type) {
    case "empty-file":
      return "is empty. Nothing was changed; if it should hold a plan, look for a backup or an earlier copy.";
    case "too-large":
      return `is larger than a plan can be (${toMebibytes(error.bytes)} of at most ${toMebibytes(error.maximumBytes)}). Nothing was read or changed.`;
    case "not-sqlite":
      return "is not a plan file. Nothing was changed; check that this is the right file.";
    case "not-a-plan":
      return "is an SQLite database, but not a plan. Nothing was changed; check that this is the right file.";
    case "truncated":
      return `is cut short: ${error.bytes} of ${error.expectedBytes} bytes. Nothing was changed; copy or download it again, or use a backup.`;
    case "write-ahead-log":
      return "was switched to write-ahead logging by another program, so a part of it may be in another file. Nothing was changed; run: sqlite3 FILE 'PRAGMA journal_mode=DELETE'";
    case "damaged":
      return `is damaged (${error.detail}). Nothing was changed; use a backup or an earlier copy.`;
    case "refused-content":
      return `holds something that a plan never holds (${error.detail}) and was refused. Nothing was run or changed; ask the sender for a file saved by Civplan.`;
    case "too-many-ops":
      return `holds more edits than can be read (${error.ops} of at most ${error.maximumOps}). Nothing was changed.`;
    case "took-too-long":
      return `could not be read within ${error.limitMs / 1000} seconds and was refused. Nothing was changed.`;
  }
}

const toMebibytes = (bytes: number) => `${Math.ceil(bytes / BYTES_PER_MEBIBYTE)} MiB`;
