import { findField, isEntityName } from "../../core/plan/entities";
import type { ChangeLabel, PlainLabel } from "../../core/planfile/change-label";
import { DELETED_CELL } from "../../core/planfile/plan-log";
import type { ChangeLabelView } from "./plan-api";

/** A change's label as a key of the language files and its parameters; `of` is the change that it takes back or does again. */
export function describeChange(label: ChangeLabel): ChangeLabelView {
  switch (label.key) {
    case "undo":
    case "redo":
    case "revert":
      return { key: `change.${label.key}`, params: {}, of: describeChange(label.of) };
    default:
      return describePlain(label);
  }
}

function describePlain(label: PlainLabel): ChangeLabelView {
  const key = `change.${label.key}`;
  switch (label.key) {
    case "start-plan":
      return { key, params: { template: label.template } };
    case "set-cell":
      return describeCell(label);
    case "set-cells":
      return { key, params: { cells: label.cells, count: label.cells } };
    case "add-rows":
    case "delete-rows":
      if (label.entity === "baseline")
        return {
          key: label.key === "add-rows" ? "change.name-version" : "change.delete-version",
          params: { name: label.name },
        };
      if (label.predecessor !== undefined && label.rows === 1)
        return {
          key: label.key === "add-rows" ? "change.wait-for" : "change.wait-for-no-longer",
          params: { name: label.name, predecessor: label.predecessor },
        };
      return label.rows === 1
        ? {
            key: label.key === "add-rows" ? "change.add-row" : "change.delete-row",
            params: { name: label.name },
          }
        : { key, params: { count: label.rows } };
    case "replace-rows":
      return { key, params: { count: label.rows, deleted: label.deleted } };
    case "settle-conflicts":
      return describeSettlement(label);
    case "restore-version":
      return label.title === ""
        ? { key: "change.restore-moment", params: { atMs: label.atMs } }
        : { key, params: { title: label.title } };
    case "publish-copy":
      return { key, params: { count: label.rows } };
    case "rename-person":
      return label.authorName === ""
        ? { key: "change.rename-nobody", params: {} }
        : { key, params: { name: label.authorName } };
  }
}

function describeCell(label: Extract<PlainLabel, { key: "set-cell" }>): ChangeLabelView {
  const { entity, name, field, from, to } = label;
  const definition = isEntityName(entity) ? findField(entity, field) : undefined;
  if (definition === undefined) return { key: "change.set-cell", params: { name } };
  const params = { name, field };
  if (typeof to === "boolean") return { key: to ? "change.switch-on" : "change.switch-off", params };
  if (typeof from !== "number" || typeof to !== "number") return { key: "change.set-field", params };
  const values = { from: formatValue(from, definition.kind), to: formatValue(to, definition.kind) };
  const key = definition.kind === "year" ? "change.set-value" : to > from ? "change.raise" : "change.lower";
  return { key, params: { ...params, ...values } };
}

function describeSettlement(label: Extract<PlainLabel, { key: "settle-conflicts" }>): ChangeLabelView {
  const { entity, name, field, to, cells } = label;
  if (cells > 1) return { key: "change.settle-several", params: { count: cells } };
  if (field === DELETED_CELL)
    return { key: to === true ? "change.settle-deleted" : "change.settle-kept", params: { name } };
  const isKnown = isEntityName(entity) && findField(entity, field) !== undefined;
  return isKnown
    ? { key: "change.settle-field", params: { name, field } }
    : { key: "change.settle-several", params: { count: cells } };
}

/** Made once: a history names thousands of figures. */
const GROUPED = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

/** Digits are grouped alike in both languages. */
function formatValue(value: number, kind: string): string {
  if (kind === "year") return String(value);
  const shown = kind === "ratio" ? value * 100 : value;
  const digits = GROUPED.format(shown);
  return kind === "ratio" ? `${digits} %` : digits;
}
