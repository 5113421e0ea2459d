import type { Result } from "../result";
import { err, ok } from "../result";
import type { PlanDocument } from "./plan-document";
import type { OpenDatabase } from "./sql-database";
import { findWrittenDifference } from "./verify-written-log";

export type SaveError = { readonly type: "save-verification-failed"; readonly detail: string };

/**
 * The bytes of the plan, after opening them again the way a file from anybody
 * is opened: what is saved can be read back, and every change with all its ops
 * is in it, letter for letter. To be called before anything on disk is replaced.
 */
export function exportVerified(
  document: PlanDocument,
  openDatabase: OpenDatabase,
): Result<Uint8Array, SaveError> {
  const bytes = document.export();
  const detail = findWrittenDifference(bytes, document.toLog(), openDatabase);
  return detail === null ? ok(bytes) : err({ type: "save-verification-failed", detail });
}
