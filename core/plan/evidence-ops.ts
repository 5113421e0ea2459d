import type { DraftOp } from "./draft-ops";
import { type EntityName, findField } from "./entities";
import type { FieldKind } from "./field";
import type { PlanTables } from "./plan-tables";
import { evidenceId, keyCellsOf } from "./row-id";

/** Text says what it says whoever wrote it; only a figure stands or falls with its source. */
const kindsOfWords: ReadonlySet<FieldKind> = new Set(["text", "reference"]);

/**
 * The ops that take away where the changed figures of `ops` came from: a figure
 * that was typed over is the person's own, neither an example nor what the
 * source says. Texts keep their source, and so does a figure whose evidence the
 * same step sets (`ops` holds it).
 */
export function dropStaleEvidence(tables: PlanTables, ops: readonly DraftOp[]): DraftOp[] {
  const handled = new Set(ops.flatMap(({ entity, rowId }) => (entity === "evidence" ? [rowId] : [])));
  return ops.flatMap(({ entity, rowId, cells }) =>
    Object.keys(cells).flatMap((field): DraftOp[] => {
      const kind = findField(entity, field)?.kind;
      if (kind === undefined || kindsOfWords.has(kind)) return [];
      const noteId = evidenceId(entity, field, rowId);
      if (handled.has(noteId) || tables.find("evidence", noteId) === undefined) return [];
      handled.add(noteId);
      return [{ entity: "evidence", rowId: noteId, cells: {}, isDeleted: true }];
    }),
  );
}

/** The figures of an amount, and the mark that says they are an example. */
const figuresOfAmount: ReadonlySet<unknown> = new Set(["lowWon", "likelyWon", "highWon", "isIllustrative"]);

/**
 * The ops that take the mark as illustrative from amounts for which `ops` cites
 * a source: what somebody has published is no example. An amount whose mark the
 * same step sets keeps what the step says.
 */
export function clearMarksOfCited(tables: PlanTables, ops: readonly DraftOp[]): DraftOp[] {
  const handled = new Set(
    ops.flatMap(({ entity, rowId, cells }) =>
      entity === "budgetLine" && "isIllustrative" in cells ? [rowId] : [],
    ),
  );
  return ops.flatMap(({ entity, rowId, cells }): DraftOp[] => {
    if (entity !== "evidence") return [];
    const about = keyCellsOf("evidence", rowId);
    const kind = cells.kind ?? tables.findEvenDeleted("evidence", rowId)?.kind ?? "cited";
    if (kind !== "cited" || about?.entity !== "budgetLine" || !figuresOfAmount.has(about.field)) return [];
    const amountId = String(about.rowId);
    if (handled.has(amountId) || tables.find("budgetLine", amountId)?.isIllustrative !== true) return [];
    handled.add(amountId);
    return [{ entity: "budgetLine", rowId: amountId, cells: { isIllustrative: false } }];
  });
}

/** The evidence about rows that are deleted: it goes with them, so that a row added again starts without. */
export function findEvidenceAbout(
  tables: PlanTables,
  rows: readonly { readonly entity: EntityName; readonly rowId: string }[],
): readonly { readonly entity: EntityName; readonly rowId: string }[] {
  const deleted = new Set(rows.map(({ entity, rowId }) => `${entity}\n${rowId}`));
  return tables
    .all("evidence")
    .filter(({ entity, rowId }) => deleted.has(`${entity}\n${rowId}`))
    .map(({ id }) => ({ entity: "evidence", rowId: id }));
}
