import type { i18n, TFunction } from "i18next";
import { findField, isEntityName } from "../../core/plan/entities";
import type { CellJson } from "../../core/planfile/plan-log";
import { DELETED_CELL } from "../../core/planfile/plan-log";
import type { ShownValue } from "../engine/history-api";
import type { Language } from "../i18n/language";
import { formatExactMoney } from "../ui/format-money";
import { formatRatio } from "../ui/format-ratio";
import { formatNumber } from "../ui/number-format";

/** What texts about cells need of the page. */
export interface CellTelling {
  readonly t: TFunction;
  readonly i18n: Pick<i18n, "exists">;
  readonly language: Language;
}

/** Digits of a plain number; more are no help to anybody who compares. */
const FRACTION_DIGITS = 4;

/**
 * The value of a cell in words: money, shares, years and choices as the field
 * means them, a reference by the name of its row, an unknown field as it is
 * stored.
 */
export function describeCellValue(
  entity: string,
  field: string,
  { value, rowName }: ShownValue,
  telling: CellTelling,
): string {
  const { t, language, i18n } = telling;
  if (field === DELETED_CELL) return t(value === true ? "history.rowDeleted" : "history.rowThere");
  if (rowName !== null) return rowName;
  if (value === null) return t("history.nothing");
  if (value === "") return t("history.empty");
  const kind = isEntityName(entity) ? findField(entity, field)?.kind : undefined;
  if (typeof value === "boolean") return t(value ? "common.yes" : "common.no");
  if (typeof value === "number") return describeNumber(value, kind, language);
  const choice = `inspector.choice.${String(value)}`;
  if (kind === "choice" && i18n.exists(choice)) return t(choice);
  return typeof value === "string" ? value : JSON.stringify(value satisfies CellJson);
}

function describeNumber(value: number, kind: string | undefined, language: Language): string {
  // Rounded, two values that differ could look the same.
  if (kind === "money") return formatExactMoney(value, language);
  if (kind === "ratio") return formatRatio(value, language, FRACTION_DIGITS);
  if (kind === "year") return String(value);
  return formatNumber(value, language, FRACTION_DIGITS);
}

/** What a field is called; the field of a newer version by its own name. */
export function nameField(field: string, { t, i18n }: Pick<CellTelling, "t" | "i18n">): string {
  if (field === DELETED_CELL) return t("history.row");
  const key = `inspector.field.${field}`;
  return i18n.exists(key) ? t(key) : field;
}

/** What a kind of row is called; one of a newer version by its own name. */
export function nameEntity(entity: string, { t, i18n }: Pick<CellTelling, "t" | "i18n">): string {
  const key = `inspector.entity.${entity}`;
  return i18n.exists(key) ? t(key) : entity;
}

/** Who did something; people without a name are told apart from oneself only. */
export function namePerson(
  { personId, personName }: { readonly personId: string; readonly personName: string },
  ownId: string | null,
  t: TFunction,
): string {
  if (personId === ownId)
    return personName === "" ? t("history.unnamedYou") : t("history.you", { name: personName });
  return personName === "" ? t("history.unnamed") : personName;
}
