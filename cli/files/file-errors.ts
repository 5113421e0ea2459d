import { CliFailure, type FailureReport } from "../failures/cli-failure";

/** The system's error code (`ENOENT`, `EACCES` …) of something thrown, if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** Why a file could not be read or written: one clear sentence for each of the system's reasons. */
export function failOnFile(error: unknown, path: string, doing: "read" | "write"): CliFailure {
  const fail = (type: string, message: string) => new CliFailure(3, { type, message });
  switch (errorCode(error)) {
    case "ENOENT":
      return doing === "read"
        ? fail("not-found", `There is no file ${path}.`)
        : fail(
            "not-found",
            `The folder for ${path} does not exist. Nothing was written; make the folder first.`,
          );
    case "ENOTDIR":
      return fail("not-found", `${path} lies inside something that is not a folder.`);
    case "EISDIR":
      return new CliFailure(3, describeFolder(path));
    case "EACCES":
    case "EPERM":
      return doing === "read"
        ? fail("permission-denied", `${path} may not be read by this user.`)
        : fail("permission-denied", `${path} may not be written by this user. What was there is untouched.`);
    case "EROFS":
      return fail("permission-denied", `${path} is on a disk that is read-only. Nothing was changed.`);
    case "ENOSPC":
    case "EDQUOT":
      return fail("disk-full", `There is no room on the disk for ${path}. What was there is untouched.`);
    case "EBUSY":
      return fail("busy", `${path} is held by another program. What was there is untouched; try again.`);
    default: {
      const detail = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
      return fail("failed", `${path} could not be ${doing === "read" ? "read" : "written"} (${detail}).`);
    }
  }
}

export const describeFolder = (path: string): FailureReport => ({
  type: "is-a-folder",
  message: `${path} is a folder, not a file.`,
});
