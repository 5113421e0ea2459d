import { readFileHeader } from "../../core/planfile/file-header";
import { findTimeAhead } from "../../core/planfile/hybrid-clock";
import { PlanDocument } from "../../core/planfile/plan-document";
import type { OpenDatabase } from "../../core/planfile/sql-database";
import { CliFailure } from "../failures/cli-failure";
import { failToOpen } from "../failures/open-failure";
import { type FileStamp, readPlanBytes, stampOf } from "../files/read-file";
import type { ProjectionDifference } from "../gate/find-projection-differences";
import type { CliSystem } from "../system";

/** A plan rebuilt from the log of a file; the file itself is not held open. */
export interface OpenedPlan {
  readonly file: string;
  readonly document: PlanDocument;
  readonly openDatabase: OpenDatabase;
  readonly stamp: FileStamp;
  /** The format that the file was written in. */
  readonly format: number;
  readonly isNewerFormat: boolean;
  readonly projectionDifferences: readonly ProjectionDifference[];
}

/**
 * Opens a plan file as one that may come from anybody. A file of a newer format
 * is opened with a notice, and so is one that was changed in the future. Throws a CliFailure when it cannot be opened.
 */
export async function openPlan(
  system: CliSystem,
  file: string,
  options: { readonly comparesProjection?: boolean } = {},
): Promise<OpenedPlan> {
  const bytes = readPlanBytes(file);
  const request = { bytes, comparesProjection: options.comparesProjection ?? false };
  const [inspected, openDatabase] = await Promise.all([system.inspect(request), system.loadSqlite()]);
  if (!inspected.ok) throw failToOpen(file, inspected.error);
  const { log, isNewerFormat, projectionDifferences } = inspected.value;
  const header = readFileHeader(bytes);
  const format = header.ok ? header.value.format : log.format;
  if (isNewerFormat)
    system.writeError(
      `${file} was written by a newer version of Civplan (format ${format}); what this version does not know is not shown.\n`,
    );
  const document = PlanDocument.fromLog(openDatabase(), log);
  const aheadMs = findTimeAhead(document.latestTime, system.nowMs());
  if (aheadMs !== null)
    system.writeError(
      `The latest change in ${file} is dated ${new Date(aheadMs).toISOString()}, which is still to come: a computer's clock is or was wrong. Nothing is lost; new changes are dated after it.\n`,
    );
  return {
    file,
    document,
    openDatabase,
    stamp: stampOf(bytes),
    format,
    isNewerFormat,
    projectionDifferences,
  };
}

/** Refuses to write a file whose format this version does not know. */
export function refuseNewerFormat({ file, format, isNewerFormat }: OpenedPlan): void {
  if (isNewerFormat)
    throw new CliFailure(5, {
      type: "newer-format",
      message: `${file} was written by a newer version of Civplan (format ${format}) and is not changed by this one. Reading works; install the newer version to edit it.`,
    });
}
