import fc from "fast-check";
import type { Command, RowEdit } from "../../../core/plan/command";
import {
  type CellValue,
  type EntityName,
  entityNames,
  fieldEntries,
  naturalKeyOf,
} from "../../../core/plan/entities";
import type { Field } from "../../../core/plan/field";
import type { PlanTables } from "../../../core/plan/plan-tables";
import { naturalRowId } from "../../../core/plan/row-id";
import { makeIdMint, type TestPlan } from "./make-plan";

/** Raw material of a cell; which part is used depends on the kind of field. */
const Value = fc.record({
  text: fc.string({ unit: "grapheme", maxLength: 12 }),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
  pick: fc.nat(1000),
  flag: fc.boolean(),
});
type Value = typeof Value extends fc.Arbitrary<infer T> ? T : never;

const Edit = fc.record({
  entity: fc.constantFrom(...entityNames),
  pick: fc.nat(1000),
  fields: fc.array(fc.tuple(fc.nat(1000), Value), { minLength: 1, maxLength: 4 }),
});
type Edit = typeof Edit extends fc.Arbitrary<infer T> ? T : never;

/**
 * What a person might do next, before it is known what the plan holds: the
 * picks are resolved against the plan of the moment by `perform`.
 */
export const Gesture = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("edit" as const),
      edits: fc.array(Edit, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("add" as const),
      edits: fc.array(Edit, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("delete" as const),
      edits: fc.array(Edit, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("delay" as const),
      tasks: fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 6 })), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("replace" as const),
      edits: fc.array(Edit, { minLength: 1, maxLength: 3 }),
      deleted: fc.array(Edit, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: "undo" as const }) },
  { weight: 1, arbitrary: fc.constant({ type: "redo" as const }) },
);
export type Gesture = typeof Gesture extends fc.Arbitrary<infer T> ? T : never;

export const gestures = (maxLength = 12) => fc.array(Gesture, { minLength: 1, maxLength });

/** The commands among a history, without undo and redo. */
export const commandGestures = (maxLength = 8) =>
  gestures(maxLength).map((history) =>
    history.filter((gesture) => gesture.type !== "undo" && gesture.type !== "redo"),
  );

/** Does what the gesture asks for; true when the plan changed. */
export function perform(plan: TestPlan, gesture: Gesture, mintId: () => string): boolean {
  if (gesture.type === "undo") return plan.undo().ok;
  if (gesture.type === "redo") return plan.redo().ok;
  const command = toCommand(plan.document.tables, gesture, mintId);
  return command !== null && plan.execute(command).ok;
}

/** The command that a gesture comes to in this plan; null when there is nothing that it could apply to. */
export function toCommand(
  tables: PlanTables,
  gesture: Exclude<Gesture, { type: "undo" | "redo" }>,
  mintId: () => string,
): Command | null {
  if (gesture.type === "delay") {
    const tasks = gesture.tasks.flatMap(([pick, years]) => {
      const task = pickFrom(tables.all("task"), pick);
      return task === undefined ? [] : [{ rowId: task.id, years }];
    });
    return tasks.length === 0 ? null : { type: "delay-tasks", tasks };
  }
  const pickRows = (edits: readonly Edit[]) =>
    edits.flatMap(({ entity, pick }) => {
      const row = pickFrom(tables.all(entity), pick);
      return row === undefined ? [] : [{ entity, rowId: row.id }];
    });
  if (gesture.type === "delete") {
    const rows = pickRows(gesture.edits);
    return rows.length === 0 ? null : { type: "delete-rows", rows };
  }
  const isAdding = gesture.type !== "edit";
  const edits = gesture.edits.flatMap((edit) => {
    const rowId = isAdding
      ? newRowId(tables, edit, mintId)
      : pickFrom(tables.all(edit.entity), edit.pick)?.id;
    return rowId === undefined ? [] : [{ entity: edit.entity, rowId, cells: cellsFor(tables, edit) }];
  });
  if (edits.length === 0) return null;
  if (gesture.type === "replace")
    return { type: "replace-rows", deleted: pickRows(gesture.deleted), rows: withNames(edits) };
  return isAdding ? { type: "add-rows", rows: withNames(edits) } : { type: "set-cells", edits };
}

const pickFrom = <T>(items: readonly T[], pick: number): T | undefined =>
  items[pick % Math.max(1, items.length)];

function newRowId(
  tables: PlanTables,
  { entity, pick, fields }: Edit,
  mintId: () => string,
): string | undefined {
  const key = naturalKeyOf(entity);
  if (key === undefined) return entity === "plan" ? undefined : mintId();
  const parts = key.map((name, index) => {
    const field = fieldEntries(entity).find(([candidate]) => candidate === name)?.[1];
    const seed = pick + (fields[index % fields.length]?.[0] ?? 0);
    if (field?.kind === "year") return 2025 + (seed % 10);
    const target = field?.target as EntityName | undefined;
    return target === undefined ? `key${seed % 5}` : (pickFrom(tables.all(target), seed)?.id ?? "");
  });
  return parts.includes("") ? undefined : naturalRowId(...parts);
}

function cellsFor(tables: PlanTables, { entity, fields }: Edit): Record<string, CellValue> {
  const key = naturalKeyOf(entity) ?? [];
  const open = fieldEntries(entity).filter(([name]) => !key.includes(name));
  return Object.fromEntries(
    fields.flatMap(([pick, value]) => {
      const entry = pickFrom(open, pick);
      return entry === undefined ? [] : [[entry[0], cellFor(tables, entry[1], value)]];
    }),
  );
}

/** A value that the field takes; rules between cells may still refuse it, as they would refuse a person. */
function cellFor(tables: PlanTables, field: Field<unknown>, value: Value): CellValue {
  const { minimum = 0, maximum = 1 } = field;
  switch (field.kind) {
    case "text":
      return value.text;
    case "boolean":
      return value.flag;
    case "choice":
      return pickFrom(field.choices ?? [""], value.pick) ?? "";
    case "reference":
      return value.flag ? (pickFrom(tables.all(field.target as EntityName), value.pick)?.id ?? "") : "";
    case "year":
      return 2025 + (value.pick % 8);
    case "money":
      return Math.round(value.part * 10_000_000_000);
    case "count":
      return minimum + (value.pick % Math.min(60, maximum + 1 - minimum));
    default:
      return minimum + value.part * (Math.min(maximum, 100) - minimum);
  }
}

/** Rows that need a name get one, so that most additions are accepted. */
const withNames = (rows: readonly RowEdit[]): RowEdit[] =>
  rows.map((row) => (row.entity === "task" ? { ...row, cells: { title: "Task", ...row.cells } } : row));

/** Ids of new rows in generated histories, apart from those of the plan itself. */
export const mintGeneratedIds = () => makeIdMint("99999999");
