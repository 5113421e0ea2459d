import { findField, PLAN_ROW_ID, type Row } from "../../../../core/plan/entities";
import type { Field } from "../../../../core/plan/field";
import { initialRow } from "../../../../core/plan/plan-tables";
import {
  fieldsOfPart,
  type UncertainField,
  type UncertainPart,
  type UncertainSetting,
  uncertainFieldNames,
} from "../../../../core/plan/uncertain-fields";
import { err, ok, type Result } from "../../../../core/result";
import { type ParseNumberError, parsePlainNumber } from "../../../ui/parse-amount";
import { editableSignedPercent, readSignedPercent } from "../../../ui/read-signed-percent";

/**
 * A part as it is typed: changes in per cent, a correlation as it is. Of a grade
 * low and high are the chances of one lower and one higher.
 */
export type PartDraft = Readonly<Partial<Record<UncertainSetting, string>>>;

/** What a box is for. */
export type BoxName = Exclude<UncertainSetting, "distribution">;
const BOXES: readonly BoxName[] = ["low", "likely", "high", "correlation"];

/** Cells of the plan's own row that say what is uncertain. */
export type UncertainCells = Readonly<Partial<Record<UncertainField, string | number>>>;

/** Why a part cannot be as it is typed, and at which box. */
export type PartProblem = { readonly box: BoxName } & (
  | { readonly type: "text"; readonly error: ParseNumberError }
  /** Bounds are ratios, of a correlation plain numbers. */
  | { readonly type: "out-of-range"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "reversed" }
  | { readonly type: "zero-width" }
  | { readonly type: "chances-above-one" }
);

/** The field of the plan for a setting; undefined where a part has no such setting. */
export const fieldOfSetting = (part: UncertainPart, setting: UncertainSetting): UncertainField | undefined =>
  (fieldsOfPart[part] as Readonly<Partial<Record<UncertainSetting, UncertainField>>>)[setting];

function definitionOf(name: UncertainField): Field<unknown> {
  const field = findField("plan", name);
  if (field === undefined) throw new Error(`uncertainty-draft: the plan has no field ${name}`);
  return field;
}

/** Which distributions a part may have: what is added goes below zero, which no lognormal distribution does. */
export function listDistributions(part: UncertainPart): readonly string[] {
  const name = fieldOfSetting(part, "distribution");
  return name === undefined ? [] : (definitionOf(name).choices ?? []);
}

/** Between what a number may be; both included. */
function findBounds(name: UncertainField): readonly [minimum: number, maximum: number] {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = definitionOf(name);
  return [minimum, maximum];
}

/** Between what the changes of a part may be, from the least of its low end to the most of its high end. */
export const findChangeBounds = (part: UncertainPart): readonly [minimum: number, maximum: number] => [
  findBounds(fieldsOfPart[part].low)[0],
  findBounds(fieldsOfPart[part].high)[1],
];

/** A part of the plan as it would be typed. */
export function draftPart(plan: Row<"plan">, part: UncertainPart): PartDraft {
  const draft: Partial<Record<UncertainSetting, string>> = {};
  const distribution = fieldOfSetting(part, "distribution");
  if (distribution !== undefined) draft.distribution = String(plan[distribution]);
  for (const box of BOXES) {
    const name = fieldOfSetting(part, box);
    if (name === undefined) continue;
    const value = Number(plan[name]);
    draft[box] = box === "correlation" ? String(value) : editableSignedPercent(value);
  }
  return draft;
}

/**
 * Reads a part into the cells that it sets; of what does not vary its
 * distribution alone, so that its figures come back with another one. Ranges
 * must rise, and what is to vary needs a width; only lines of the budget without
 * a range of their own may have none.
 */
export function readPart(part: UncertainPart, draft: PartDraft): Result<UncertainCells, PartProblem> {
  const cells: Partial<Record<UncertainField, string | number>> = {};
  const distribution = fieldOfSetting(part, "distribution");
  if (distribution !== undefined && draft.distribution !== undefined) {
    cells[distribution] = draft.distribution;
    if (draft.distribution === "fixed") return ok(cells);
  }
  const numbers: Partial<Record<BoxName, number>> = {};
  for (const box of BOXES) {
    const name = fieldOfSetting(part, box);
    if (name === undefined) continue;
    const value = readBox(name, box, draft[box] ?? "");
    if (!value.ok) return value;
    numbers[box] = value.value;
    cells[name] = value.value;
  }
  const problem = findPartProblem(part, numbers);
  return problem === null ? ok(cells) : err(problem);
}

function readBox(name: UncertainField, box: BoxName, text: string): Result<number, PartProblem> {
  const parsed = box === "correlation" ? parsePlainNumber(text) : readSignedPercent(text);
  if (!parsed.ok) return err({ box, type: "text", error: parsed.error });
  const [minimum, maximum] = findBounds(name);
  const { value } = parsed;
  return value < minimum || value > maximum
    ? err({ box, type: "out-of-range", minimum, maximum })
    : ok(value);
}

function findPartProblem(
  part: UncertainPart,
  { low = 0, likely = 0, high = 0 }: Readonly<Partial<Record<BoxName, number>>>,
): PartProblem | null {
  if (part === "grade") return low + high > 1 ? { box: "high", type: "chances-above-one" } : null;
  if (part === "costs") return null;
  if (low > likely) return { box: "low", type: "reversed" };
  if (likely > high) return { box: "high", type: "reversed" };
  return low === high ? { box: "high", type: "zero-width" } : null;
}

/** The cells that differ from what the plan holds. */
export const pickChangedCells = (plan: Row<"plan">, cells: UncertainCells): Record<string, string | number> =>
  Object.fromEntries(Object.entries(cells).filter(([name, value]) => plan[name as UncertainField] !== value));

const initialPlan = initialRow("plan", PLAN_ROW_ID);

/** What is uncertain before anybody says otherwise. */
export const USUAL_CELLS: UncertainCells = Object.fromEntries(
  uncertainFieldNames.map((name) => [name, initialPlan[name]]),
);
