import type { EntityName, Row } from "../../core/plan/entities";
import { evidenceId } from "../../core/plan/row-id";

/** Where the figures of a plan come from, by cell. */
export type Evidence = ReadonlyMap<string, Row<"evidence">>;

export const indexEvidence = (rows: readonly Row<"evidence">[]): Evidence =>
  new Map(rows.map((row) => [row.id, row]));

/** What is known about a cell; undefined where nothing is. */
export const evidenceOf = (evidence: Evidence, entity: EntityName, rowId: string, field: string) =>
  evidence.get(evidenceId(entity, field, rowId));

export const isIllustrative = (evidence: Evidence, entity: EntityName, rowId: string, field: string) =>
  evidenceOf(evidence, entity, rowId, field)?.kind === "illustrative";
