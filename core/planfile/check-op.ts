import { entityNames, fieldEntries } from "../plan/entities";
import { MAX_VALUE_DEPTH } from "./file-format";
import type { LogOp } from "./plan-log";

/** What the schema would say of ordinary ops; there are too many of them to ask it for each. */
export function isPlainOp(op: { entity: string; rowId: string; cells: unknown }): op is LogOp {
  const { entity, rowId, cells } = op;
  if (entity === "" || entity.length > 100 || rowId === "" || rowId.length > 500) return false;
  if (typeof cells !== "object" || cells === null || Array.isArray(cells)) return false;
  for (const field of Object.keys(cells)) {
    if (!KNOWN_FIELDS.has(field) && !PLAIN_FIELD.test(field)) return false;
    if (!isPlainValue((cells as Record<string, unknown>)[field])) return false;
  }
  return true;
}

/** A value that is nested too deep to be walked through. */
export const isTooDeep = (json: unknown): boolean => isDeeperThan(json, MAX_VALUE_DEPTH);

const isPlainValue = (value: unknown) =>
  typeof value === "string" || typeof value === "boolean" || value === null || Number.isFinite(value);

const KNOWN_FIELDS = new Set(entityNames.flatMap((entity) => fieldEntries(entity).map(([name]) => name)));
const PLAIN_FIELD = /^(?!__proto__$)\w{1,100}$/;

function isDeeperThan(json: unknown, levels: number): boolean {
  if (typeof json !== "object" || json === null) return false;
  return levels === 0 || Object.values(json).some((inner) => isDeeperThan(inner, levels - 1));
}
