import { entityNames, fieldEntries, findField, isEntityName, naturalKeyOf } from "../../core/plan/entities";
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
      return describeCells(label);
    case "add-rows":
    case "delete-rows":
      return describeRows(label);
    case "replace-rows":
      return label.entity === "taskDependency"
        ? { key: "change.wait-otherwise", params: { name: label.name } }
        : { key, params: { count: label.rows, deleted: label.deleted } };
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

function describeCells(label: Extract<PlainLabel, { key: "set-cells" }>): ChangeLabelView {
  const { entity, name, cells, topic } = label;
  if (topic === "uncertainty") return { key: "change.set-uncertainty", params: { cells, count: cells } };
  if (name === undefined) return { key: "change.set-cells", params: { cells, count: cells } };
  return entity === "scenarioLever"
    ? { key: "change.set-levers", params: { name } }
    : { key: "change.set-cells-of", params: { name, cells, count: cells } };
}

type RowsLabel = Extract<PlainLabel, { key: "add-rows" | "delete-rows" }>;

/** What came or went, in words of its own where it is no thing but a link, a note, or a figure. */
function describeRows(label: RowsLabel): ChangeLabelView {
  const { entity, name, rows } = label;
  const isAdded = label.key === "add-rows";
  const special = rows === 1 ? describeSpecialRow(label, isAdded) : null;
  if (special !== null) return special;
  const figure = isAdded ? undefined : onlyFigureOf(entity);
  const key = figure !== undefined ? "change.clear" : isAdded ? "change.add" : "change.delete";
  const isKeyed = isEntityName(entity) && naturalKeyOf(entity) !== undefined;
  const params = {
    name,
    more: rows - 1,
    entity,
    ...(figure === undefined ? {} : nameFigure(entity, figure)),
  };
  const kind = figure === undefined && isKeyed ? "-keyed" : "";
  return { key: `${key}${kind}-${rows === 1 ? "row" : "rows"}`, params };
}

function describeSpecialRow(
  { entity, name, other, field }: RowsLabel,
  isAdded: boolean,
): ChangeLabelView | null {
  const choose = (added: string, deleted: string, params: ChangeLabelView["params"]) => ({
    key: `change.${isAdded ? added : deleted}`,
    params,
  });
  if (entity === "baseline") return choose("name-version", "delete-version", { name });
  if (entity === "comment") return choose("comment", "delete-comment", { name });
  if (other === undefined) return null;
  if (entity === "taskDependency") return choose("wait-for", "wait-for-no-longer", { name, other });
  if (entity === "taskGoal") return choose("put-under", "take-from", { name, other });
  if (field === undefined || !isKnownField(field)) return null;
  return other === "illustrative"
    ? choose("mark-illustrative", "unmark-illustrative", { name, ...nameFigure("evidence", field) })
    : choose("cite", "cite-no-longer", { name, ...nameFigure("evidence", field) });
}

const isKnownField = (field: string) => entityNames.some((entity) => findField(entity, field) !== undefined);

/** The field of rows that are one figure of something, such as a year's ceiling; undefined for any others. */
function onlyFigureOf(entity: string): string | undefined {
  if (!isEntityName(entity)) return undefined;
  const keys = naturalKeyOf(entity);
  const [only, ...others] = fieldEntries(entity).filter(([name]) => !keys?.includes(name));
  return keys === undefined || others.length > 0 ? undefined : only?.[0];
}

/** Kinds of rows that say better than the name of their one field what the figure is. */
const TOLD_BY_ENTITY: ReadonlySet<string> = new Set(["reservedSeats", "decentralisedShare"]);

/** The key of the word for the figure in a field. */
const nameFigure = (entity: string, field: string) => ({
  figure: TOLD_BY_ENTITY.has(entity) ? `inspector.entity.${entity}` : `inspector.field.${field}`,
});

function describeCell(label: Extract<PlainLabel, { key: "set-cell" }>): ChangeLabelView {
  const { entity, name, field, from, to } = label;
  const definition = isEntityName(entity) ? findField(entity, field) : undefined;
  if (definition === undefined) return { key: "change.set-cell", params: { name } };
  const params = { name, ...nameFigure(entity, field) };
  if (entity === "comment" && field === "isSettled")
    return { key: to === true ? "change.settle-comment" : "change.reopen-comment", params: { name } };
  if (from === null && typeof to === "number")
    return { key: "change.set-first", params: { ...params, to: formatValue(to, definition.kind) } };
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
    ? { key: "change.settle-field", params: { name, ...nameFigure(entity, field) } }
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
