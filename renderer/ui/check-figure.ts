import type { TFunction } from "i18next";
import { type EntityName, findField } from "../../core/plan/entities";
import type { Field } from "../../core/plan/field";
import { err, ok, type Result } from "../../core/result";
import type { Language } from "../i18n/language";
import { describeParseError } from "./describe-parse-error";
import { editableInUnit, formatInUnit } from "./format-money";
import { editablePercent, formatRatio } from "./format-ratio";
import type { MoneyUnit } from "./money-unit";
import { formatNumber } from "./number-format";
import { parseAmount, parsePercent, parsePlainNumber } from "./parse-amount";
import { editableSignedPercent, readSignedPercent } from "./read-signed-percent";

export type FigureCheck = Result<string | number, { readonly type: "refused"; readonly reason: string }>;

/** A field that screens let people type into: its kind decides how text is read, shown and refused. */
export type TypedField = Field<unknown>;

/** The definition of a field that is known to exist. */
export function fieldOf(entity: EntityName, name: string): TypedField {
  const field = findField(entity, name);
  if (field === undefined) throw new Error(`fieldOf: ${entity} has no field ${name}`);
  return field;
}

const refuse = (reason: string): FigureCheck => err({ type: "refused", reason });

/** Reads what was typed into a field, or says why it does not fit. Bare amounts of money are in `unit`. */
export function checkFigure(field: TypedField, text: string, t: TFunction, unit: MoneyUnit): FigureCheck {
  if (field.kind === "text") return ok(text.trim());
  const parsed =
    field.kind === "money"
      ? parseAmount(text, unit)
      : field.kind === "ratio"
        ? readPercent(field, text)
        : parsePlainNumber(text);
  if (!parsed.ok) return refuse(describeParseError(t, parsed.error));
  const { value } = parsed;
  if (field.kind === "year" && !Number.isInteger(value)) return refuse(t("refused.notAYear"));
  if (field.kind === "count" && !Number.isInteger(value)) return refuse(t("refused.notWhole"));
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = field;
  if (value >= minimum && value <= maximum) return ok(value);
  return refuse(
    field.kind === "ratio"
      ? t("refused.percentOutOfRange", {
          minimum: editableSignedPercent(minimum),
          maximum: editableSignedPercent(maximum),
        })
      : t("refused.outOfRange", { minimum: String(minimum), maximum: String(maximum) }),
  );
}

/** A ratio that may be below 0 is typed with its sign. */
const readPercent = ({ minimum = 0 }: TypedField, text: string) =>
  minimum < 0 ? readSignedPercent(text) : parsePercent(text);

/** What an editor of a field starts from: exact, without grouping. */
export function editableFigure(field: TypedField, value: string | number, unit: MoneyUnit): string {
  if (typeof value === "string") return value;
  if (field.kind === "money") return editableInUnit(value, unit);
  return field.kind === "ratio" ? editablePercent(value) : String(value);
}

const DECIMALS_SHOWN = 3;

/** A value as it stands in a box or a cell; the unit of money stands in the label. */
export function showFigure(
  field: TypedField,
  value: string | number,
  language: Language,
  unit: MoneyUnit,
): string {
  if (typeof value === "string") return value;
  switch (field.kind) {
    case "money":
      return formatInUnit(value, unit, language);
    case "ratio":
      return formatRatio(value, language, 2);
    case "year":
      return String(value);
    default:
      return formatNumber(value, language, DECIMALS_SHOWN);
  }
}
