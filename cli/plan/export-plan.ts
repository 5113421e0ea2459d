import type { PlanDocument } from "../../core/planfile/plan-document";
import { exportVerified } from "../../core/planfile/save-plan-file";
import type { OpenDatabase } from "../../core/planfile/sql-database";
import { CliFailure } from "../failures/cli-failure";

/** The bytes to write, verified by opening them again; nothing is written when they are not sound. */
export function exportPlan(document: PlanDocument, openDatabase: OpenDatabase): Uint8Array {
  const exported = exportVerified(document, openDatabase);
  if (exported.ok) return exported.value;
  const { type, detail } = exported.error;
  throw new CliFailure(4, {
    type,
    message: `The plan could not be written soundly (${detail}). Nothing was changed on disk.`,
  });
}
