import type { Result } from "../result";
import { err, ok } from "../result";
import type { PlanDocument } from "./plan-document";
import type { OpenDatabase } from "./sql-database";

export type SaveError = { readonly type: "save-verification-failed"; readonly detail: string };

/**
 * The bytes of the plan, after opening them again and checking that SQLite finds
 * them sound and that every change is in them. To be called before anything on
 * disk is replaced.
 */
export function exportVerified(
  document: PlanDocument,
  openDatabase: OpenDatabase,
): Result<Uint8Array, SaveError> {
  const bytes = document.export();
  const copy = openDatabase(bytes);
  try {
    const verdict = copy.exec("PRAGMA quick_check(1)")[0]?.values[0]?.[0];
    if (verdict !== "ok") return err({ type: "save-verification-failed", detail: String(verdict) });
    const changes = copy.exec("SELECT count(*) FROM change")[0]?.values[0]?.[0];
    return changes === document.revision
      ? ok(bytes)
      : err({
          type: "save-verification-failed",
          detail: `${String(changes)} of ${document.revision} changes`,
        });
  } finally {
    copy.close();
  }
}
