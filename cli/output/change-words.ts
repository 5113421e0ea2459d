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
      return `Changed ${formatCount(label.cells, "cell")} in ${formatCount(label.rows, "row")}`;
    case "add-rows":
      if (label.predecessor !== undefined && label.rows === 1)
        return `${label.name} waits for ${label.predecessor}`;
      return label.rows === 1
        ? `Added ${label.name}`
        : `Added ${formatCount(label.rows, "row")} (${label.name} …)`;
    case "delete-rows":
      if (label.predecessor !== undefined && label.rows === 1)
        return `${label.name} no longer waits for ${label.predecessor}`;
      return label.rows === 1
        ? `Deleted ${label.name}`
        : `Deleted ${label.name} and what belongs to it (${formatCount(label.rows, "row")})`;
    case "replace-rows":
      return `Put ${formatCount(label.rows, "row")} (${label.name} …) in the place of ${label.deleted}`;
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
