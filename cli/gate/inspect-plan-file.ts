import type { OpenError } from "../../core/planfile/open-error";
import { readUntrustedPlan, type UntrustedPlan } from "../../core/planfile/open-plan-file";
import type { OpenDatabase } from "../../core/planfile/sql-database";
import { ok, type Result } from "../../core/result";
import { findProjectionDifferences, type ProjectionDifference } from "./find-projection-differences";

export interface InspectRequest {
  readonly bytes: Uint8Array;
  /** Also compares the file's tables of current values with the log. */
  readonly comparesProjection: boolean;
}

export interface InspectedPlan extends UntrustedPlan {
  /** Empty unless asked for; a newer format's tables are not compared. */
  readonly projectionDifferences: readonly ProjectionDifference[];
}

export type Inspect = (request: InspectRequest) => Promise<Result<InspectedPlan, OpenError>>;

/** Reads an untrusted file and, if asked, checks its tables against its log. The bytes are never changed. */
export function inspectPlanFile(
  { bytes, comparesProjection }: InspectRequest,
  openDatabase: OpenDatabase,
): Result<InspectedPlan, OpenError> {
  const read = readUntrustedPlan(bytes, openDatabase);
  if (!read.ok) return read;
  const isCompared = comparesProjection && !read.value.isNewerFormat;
  const projectionDifferences = isCompared
    ? findProjectionDifferences(bytes, read.value.log, openDatabase)
    : [];
  return ok({ ...read.value, projectionDifferences });
}
