import { entityNames, fieldEntries, naturalKeyOf } from "../plan/entities";
import type { PlanTables } from "../plan/plan-tables";
import { CURRENT_FORMAT } from "./file-format";
import { tickHybridClock } from "./hybrid-clock";
import type { CellJson, LogOp, PlanLog } from "./plan-log";

/** Ids and clock of the copy, supplied by the shell; the plan id is new. */
export interface PublishContext {
  readonly planId: string;
  readonly personId: string;
  readonly actorId: string;
  readonly changeId: string;
  readonly nowMs: number;
  readonly appVersion: string;
  /** Who publishes, as the copy shall say; empty for nobody in particular. */
  readonly displayName: string;
}

/**
 * A copy of a plan for the public: a plan of its own whose one change creates all
 * rows that are there. History, people, deleted rows, comments (they are signed talk
 * among the authors) and named versions (they name changes that the copy does not have) stay behind, and so does
 * whatever this version does not know, since nobody can see what it says. Rows
 * keep their ids, so that the copy can be compared with the plan. A cell in
 * conflict has the value that is shown.
 */
export function publishCopy(tables: PlanTables, context: PublishContext): PlanLog {
  const { planId, personId, actorId, changeId, nowMs, appVersion, displayName } = context;
  const ops = entityNames
    .filter((entity) => !LEFT_OUT.includes(entity))
    .flatMap((entity) => {
      const keys = naturalKeyOf(entity) ?? [];
      const fields = fieldEntries(entity).filter(([field]) => !keys.includes(field));
      return tables.all(entity).map((row): LogOp => {
        const values = row as unknown as Readonly<Record<string, CellJson>>;
        const cells = fields.map(([field]) => [field, values[field] ?? null]);
        return { entity, rowId: row.id, cells: Object.fromEntries(cells), predecessors: [] };
      });
    });
  const label = JSON.stringify({ key: "publish-copy", rows: ops.length });
  const hlc = tickHybridClock(null, nowMs);
  return {
    planId,
    format: CURRENT_FORMAT,
    createdAtMs: nowMs,
    appVersion,
    people: [{ id: personId, displayName }],
    actors: [{ id: actorId, personId, createdAtMs: nowMs }],
    changes: [{ id: changeId, actorId, seq: 1, hlc, label, undoes: null, ops }],
    merges: [],
  };
}

const LEFT_OUT: readonly string[] = ["comment", "baseline"];
