import type { HostError } from "../host";

/** What the page is told about something a browser's storage or pickers threw. */
export function toHostError(error: unknown, name = ""): HostError {
  if (!(error instanceof DOMException)) {
    return { type: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
  switch (error.name) {
    case "AbortError":
      return { type: "cancelled" };
    case "NotFoundError":
      return { type: "not-found", name };
    case "NotAllowedError":
    case "SecurityError":
    case "NotReadableError":
      return { type: "permission-denied", name };
    // The lock on a file could not be had: another tab or program writes into it.
    case "NoModificationAllowedError":
      return { type: "in-use", name };
    case "QuotaExceededError":
      return { type: "disk-full" };
    default:
      return { type: "failed", detail: `${error.name}: ${error.message}` };
  }
}
