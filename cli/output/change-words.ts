import { findField, isEntityName } from "../../core/plan/entities";
import type { ChangeLabel, PlainLabel } from "../../core/planfile/change-label";
import { type CellJson, DELETED_CELL } from "../../core/planfile/plan-log";
import { formatCount, formatLeverValue } from "./format-values";

/** What a change did, in words: `Raised Council: seats 30 → 50`. */
export function describeChange(label: ChangeLabel | null): string {
  if (label === null) return "A change that a newer version of Civplan made";
  switch (label.key) {
    case "undo":
      return `Undid: ${describeChange(label.of)}`;
    case "redo":
      return `Did again: ${describeChange(label.of)}`;
    case "revert":
      return `Took back: ${describeChange(label.of)}`;
    default:
      return describePlain(label);
  }
}

function describePlain(label: PlainLabel): string {
  switch (label.key) {
    case "start-plan":
      return `Started the plan from the template ${label.template}`;
    case "set-cell":
      return describeCell(label);
    case "set-cells":
      if (label.topic === "uncertainty")
        return `Changed what is uncertain (${formatCount(label.cells, "cell")})`;
      if (label.name !== undefined && label.entity === "scenarioLever")
        return `Changed the levers of ${label.name}`;
      return label.name === undefined
        ? `Changed ${formatCount(label.cells, "cell")} in ${formatCount(label.rows, "row")}`
        : `Changed ${formatCount(label.cells, "cell")} of ${label.name}`;
    case "add-rows":
    case "delete-rows":
      return describeRows(label);
    case "replace-rows":
      return label.entity === "taskDependency"
        ? `Changed what ${label.name} waits for`
        : `Put ${formatCount(label.rows, "row")} (${label.name} …) in the place of ${label.deleted}`;
    case "settle-conflicts":
      if (label.cells > 1) return `Settled ${formatCount(label.cells, "conflict")}`;
      if (label.field === DELETED_CELL)
        return label.to === true
          ? `Deleted ${label.name}, which was edited`
          : `Kept ${label.name}, which was deleted`;
      return `Settled ${label.name}: ${nameField(label.field)}`;
    case "restore-version":
      return label.title === ""
        ? `Restored the plan of ${new Date(label.atMs).toISOString()}`
        : `Restored the version ${label.title}`;
    case "publish-copy":
      return "Published as a copy without history";
    case "rename-person":
      return label.authorName === "" ? "Goes by no name" : `Goes by the name ${label.authorName}`;
  }
}

function describeRows(label: Extract<PlainLabel, { key: "add-rows" | "delete-rows" }>): string {
  const { entity, name, rows, other, field } = label;
  const isAdded = label.key === "add-rows";
  if (rows === 1) {
    if (entity === "comment") return isAdded ? `Commented on ${name}` : `Deleted a comment on ${name}`;
    if (entity === "taskDependency" && other !== undefined)
      return isAdded ? `${name} waits for ${other}` : `${name} no longer waits for ${other}`;
    if (entity === "taskGoal" && other !== undefined)
      return isAdded ? `Put ${name} under ${other}` : `Took ${name} from ${other}`;
    if (entity === "evidence" && field !== undefined) return describeSource(name, field, other, isAdded);
  }
  const more = rows === 1 ? "" : ` and ${rows - 1} more`;
  return `${isAdded ? "Added" : "Deleted"} ${name}${more}`;
}

function describeSource(name: string, field: string, kind: string | undefined, isAdded: boolean): string {
  const cell = `${name}: ${nameField(field)}`;
  if (kind === "illustrative")
    return isAdded ? `Marked as illustrative ${cell}` : `No longer marked as illustrative ${cell}`;
  return isAdded ? `Gave a source for ${cell}` : `Took away the source of ${cell}`;
}

function describeCell({ entity, name, field, from, to }: Extract<PlainLabel, { key: "set-cell" }>): string {
  const kind = isEntityName(entity) ? findField(entity, field)?.kind : undefined;
  const isMoved = typeof from === "number" && typeof to === "number" && kind !== "year";
  const verb = !isMoved ? "Changed" : to > from ? "Raised" : "Lowered";
  return `${verb} ${name}: ${nameField(field)} ${formatCell(entity, field, from)} → ${formatCell(entity, field, to)}`;
}

const UNIT_SUFFIX = /(?:Won|Ratio|Fte|Id)$/;

/** `citizenAttendanceRatio` → `citizen attendance`; the tombstone is `deleted`. */
export const nameField = (field: string): string =>
  field === DELETED_CELL
    ? "deleted"
    : field.replace(UNIT_SUFFIX, "").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** A cell's value in its unit; a dash where there is none. */
export function formatCell(entity: string, field: string, value: CellJson): string {
  if (value === null || value === "") return "–";
  if (typeof value === "object") return JSON.stringify(value);
  const kind = isEntityName(entity) ? findField(entity, field)?.kind : undefined;
  const text = formatLeverValue(value, kind === "money" ? "won" : (kind ?? ""));
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

const LONGEST = 60;
