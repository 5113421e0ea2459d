import { type EntityName, entityNames, fieldEntries, findField, type Row } from "../entities";
import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";
import { checkRowRules } from "../row-rules";

/** What is wrong with single rows: cells that do not fit, broken rules, references to nothing, codes used twice. */
export const findRowProblems = (tables: PlanTables): readonly PlanProblem[] => [
  ...findMisfits(tables),
  ...findBrokenRules(tables),
  ...findDanglingReferences(tables),
  ...findDuplicateCodes(tables),
];

const findMisfits = (tables: PlanTables): PlanProblem[] =>
  tables.misfitCells
    .filter(({ entity, rowId }) => tables.find(entity, rowId) !== undefined)
    .map((at) => ({ type: "misfit-cell", at }));

const findBrokenRules = (tables: PlanTables): PlanProblem[] =>
  entityNames.flatMap((entity) =>
    tables.all(entity).flatMap((row): PlanProblem[] => {
      const error = checkRowRules(entity, row);
      if (error === undefined) return [];
      const field = "field" in error ? error.field : null;
      return [{ type: "broken-rule", error, at: { entity, rowId: row.id, field } }];
    }),
  );

function findDanglingReferences(tables: PlanTables): PlanProblem[] {
  return entityNames.flatMap((entity) => {
    const references = fieldEntries(entity).flatMap(([field, { kind, target }]) =>
      kind === "reference" && target !== undefined ? [{ field, target: target as EntityName }] : [],
    );
    if (references.length === 0) return [];
    return tables.all(entity).flatMap((row) =>
      references.flatMap(({ field, target }): PlanProblem[] => {
        const targetId = String((row as Record<string, unknown>)[field]);
        if (targetId === "" || tables.find(target, targetId) !== undefined) return [];
        return [{ type: "dangling-reference", target, targetId, at: { entity, rowId: row.id, field } }];
      }),
    );
  });
}

/** One problem a code, about the second row that has it: rows are addressed by their code. */
function findDuplicateCodes(tables: PlanTables): PlanProblem[] {
  return entityNames
    .filter((entity) => findField(entity, "code") !== undefined)
    .flatMap((entity) => {
      const rowIdsByCode = new Map<string, string[]>();
      for (const row of tables.ordered(entity) as readonly (Row<EntityName> & { code?: string })[]) {
        const code = (row.code ?? "").trim();
        if (code !== "") rowIdsByCode.set(code, [...(rowIdsByCode.get(code) ?? []), row.id]);
      }
      return [...rowIdsByCode].flatMap(([code, rowIds]): PlanProblem[] => {
        const second = rowIds[1];
        if (second === undefined) return [];
        return [
          { type: "duplicate-code", code, rows: rowIds.length, at: { entity, rowId: second, field: "code" } },
        ];
      });
    });
}
