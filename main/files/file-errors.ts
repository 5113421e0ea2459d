import { basename } from "node:path";
import type { HostError } from "../../preload/contract";

/** The system's error code (`ENOENT`, `EACCES` …) of something thrown, if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** What the page is told about a failed file operation. Names only the file, never its folder. */
export function toHostError(error: unknown, path: string): HostError {
  const name = basename(path);
  switch (errorCode(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return { type: "not-found", name };
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "EISDIR":
      return { type: "permission-denied", name };
    case "EBUSY":
    case "ETXTBSY":
      return { type: "in-use", name };
    case "ENOSPC":
    case "EDQUOT":
      return { type: "disk-full" };
    default:
      return {
        type: "failed",
        detail: errorCode(error) ?? (error instanceof Error ? error.message : String(error)),
      };
  }
}
