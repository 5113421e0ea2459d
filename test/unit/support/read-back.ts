import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import type { PlanDocument } from "../../../core/planfile/plan-document";
import type { PlanLog } from "../../../core/planfile/plan-log";
import { exportVerified } from "../../../core/planfile/save-plan-file";
import { openDatabase } from "./make-plan";

/** The bytes of a plan as saving makes them. */
export function saveBytes(document: PlanDocument): Uint8Array {
  const saved = exportVerified(document, openDatabase);
  if (!saved.ok) throw new Error(`saving failed: ${saved.error.detail}`);
  return saved.value;
}

/** The log as it is found in bytes that may come from anybody. */
export function readLog(bytes: Uint8Array): PlanLog {
  const opened = readUntrustedPlan(bytes, openDatabase);
  if (!opened.ok) throw new Error(`opening failed: ${JSON.stringify(opened.error)}`);
  return opened.value.log;
}

/** Saves a plan and reads its log back, as closing and opening the file does. */
export const readBack = (document: PlanDocument): PlanLog => readLog(saveBytes(document));
