import { type EntityName, entityNames, fieldEntries, findField, type Row } from "../entities";
import type { PlanProblem } from "../plan-problem";
import type { PlanTables } from "../plan-tables";
import { findBrokenRules } from "../row-rules";

/** What is wrong with single rows: cells that do not fit, broken rules, references to nothing, codes used twice. */
export const findRowProblems = (tables: PlanTables): readonly PlanProblem[] => [
  ...findMisfits(tables),
  ...findRuleProblems(tables),
  ...findDanglingReferences(tables),
  ...findDuplicateCodes(tables),
];

const findMisfits = (tables: PlanTables): PlanProblem[] =>
  tables.misfitCells
    .filter(({ entity, rowId }) => tables.find(entity, rowId) !== undefined)
    .map((at) => ({ type: "misfit-cell", at }));

function findRuleProblems(tables: PlanTables): PlanProblem[] {
  const problems: PlanProblem[] = [];
  for (const entity of entityNames)
    for (const row of tables.all(entity))
      for (const error of findBrokenRules(entity, row)) {
        const field = "field" in error ? error.field : null;
        problems.push({ type: "broken-rule", error, at: { entity, rowId: row.id, field } });
      }
  return problems;
}

const findDanglingReferences = (tables: PlanTables): PlanProblem[] =>
  entityNames.flatMap((entity) =>
    fieldEntries(entity).flatMap(([field, { kind, target }]) =>
      kind === "reference" && target !== undefined
        ? findDangling(tables, entity, field, target as EntityName)
        : [],
    ),
  );

/** Many rows name the same few targets, so each is looked up once. */
function findDangling(
  tables: PlanTables,
  entity: EntityName,
  field: string,
  target: EntityName,
): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const found = new Set([""]);
  for (const row of tables.all(entity)) {
    const targetId = String((row as Record<string, unknown>)[field]);
    if (found.has(targetId)) continue;
    if (tables.find(target, targetId) !== undefined) found.add(targetId);
    else
      problems.push({ type: "dangling-reference", target, targetId, at: { entity, rowId: row.id, field } });
  }
  return problems;
}

/** One problem a code, about the second row that has it: rows are addressed by their code. */
function findDuplicateCodes(tables: PlanTables): PlanProblem[] {
  return entityNames
    .filter((entity) => findField(entity, "code") !== undefined)
    .flatMap((entity) => {
      const rowIdsByCode = new Map<string, string[]>();
      for (const row of tables.ordered(entity) as readonly (Row<EntityName> & { code?: string })[]) {
        const code = (row.code ?? "").trim();
        if (code === "") continue;
        const rowIds = rowIdsByCode.get(code);
        if (rowIds === undefined) rowIdsByCode.set(code, [row.id]);
        else rowIds.push(row.id);
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
