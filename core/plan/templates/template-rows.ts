import { generateNKeysBetween } from "fractional-indexing";
import type { RowEdit } from "../command";
import type { Cells, EntityName } from "../entities";
import { cellsOf } from "../plan-tables";
import { evidenceId } from "../row-id";

/** A row of a template, its cells checked by the compiler. */
export const templateRow = <E extends EntityName>(
  entity: E,
  rowId: string,
  cells: Partial<Cells<E>>,
): RowEdit => ({ entity, rowId, cells: { ...cellsOf(entity, cells) } });

/** Marks a figure as illustrative: nobody has published it. */
export const markIllustrative = (entity: EntityName, field: string, rowId: string, note: string): RowEdit =>
  templateRow("evidence", evidenceId(entity, field, rowId), { kind: "illustrative", note });

/** Says where a published figure comes from. */
export const citeFigure = (entity: EntityName, field: string, rowId: string, note: string): RowEdit =>
  templateRow("evidence", evidenceId(entity, field, rowId), { kind: "cited", note });

/** Positions of `count` rows in order, with room between them. */
export const makePositions = (count: number): readonly string[] => generateNKeysBetween(null, null, count);
