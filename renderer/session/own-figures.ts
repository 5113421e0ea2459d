import type { Command, RowEdit } from "../../core/plan/command";
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

/**
 * One step that types these cells. A figure that was illustrative is the
 * person's own from then on: the placeholder's note goes with it. Citations stay.
 */
export const typeFigures = (evidence: Evidence, edits: readonly RowEdit[]): Command => ({
  type: "set-cells",
  edits: [...edits, ...edits.flatMap((edit) => ownFigures(evidence, edit))],
});

const ownFigures = (evidence: Evidence, { entity, rowId, cells }: RowEdit): RowEdit[] =>
  Object.keys(cells)
    .filter((field) => isIllustrative(evidence, entity, rowId, field))
    .map((field) => ({
      entity: "evidence",
      rowId: evidenceId(entity, field, rowId),
      cells: { kind: "cited", note: "", url: "" },
    }));

/** The evidence about rows that are to be deleted, so that it goes with them. */
export const evidenceAbout = (evidence: Evidence, rowIds: ReadonlySet<string>) =>
  [...evidence.values()]
    .filter((row) => rowIds.has(row.rowId))
    .map((row) => ({ entity: "evidence" as const, rowId: row.id }));
