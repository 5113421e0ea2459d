import type { Result } from "../result";
import { err, ok } from "../result";
import { readUntrustedPlan } from "./open-plan-file";
import type { PlanDocument } from "./plan-document";
import type { LogChange } from "./plan-log";
import type { OpenDatabase } from "./sql-database";

export type SaveError = { readonly type: "save-verification-failed"; readonly detail: string };

/**
 * The bytes of the plan, after opening them again the way a file from anybody
 * is opened: what is saved can be read back, and every change with all its ops
 * is in it. To be called before anything on disk is replaced.
 */
export function exportVerified(
  document: PlanDocument,
  openDatabase: OpenDatabase,
): Result<Uint8Array, SaveError> {
  const bytes = document.export();
  const fail = (detail: string) => err({ type: "save-verification-failed", detail } as const);
  const read = readUntrustedPlan(bytes, openDatabase);
  if (!read.ok) return fail("detail" in read.error ? read.error.detail : read.error.type);
  const { planId, changes } = read.value.log;
  if (planId !== document.identity.planId) return fail("the plan's id differs");
  const lost = document.changes.findIndex((change, index) => !isSameChange(change, changes[index]));
  if (lost !== -1) return fail(`change ${lost + 1} of ${document.revision} differs`);
  return changes.length === document.revision
    ? ok(bytes)
    : fail(`${changes.length} of ${document.revision} changes`);
}

const isSameChange = (ours: LogChange, written: LogChange | undefined): boolean =>
  written !== undefined && written.id === ours.id && written.ops.length === ours.ops.length;
