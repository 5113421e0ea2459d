import { type EntityName, fieldEntries, fixedFieldsOf } from "../../core/plan/entities";
import { failOnName } from "./path-failure";
import { WAITS_FOR } from "./resolve-waits-for";

/** `start-year` → `startYear`. */
export const toCamelCase = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Names that levers and people have for fields. */
const LEVER_NAMES: Partial<Record<EntityName, Readonly<Record<string, string>>>> = {
  committee: {
    meetings: "plenariesPerYear",
    subcommitteeRounds: "subcommitteeRoundsPerYear",
    attendance: "citizenAttendanceRatio",
    allowance: "allowanceWon",
  },
  costLine: { price: "unitPriceWon", unit: "unitName" },
};

const UNIT_SUFFIX = /(?:Won|Ratio|Score|Years?|PerYear|Fte|Id|Code|Index)$/;
const YES_NO_PREFIX = /^(?:is|allows)(?=[A-Z])/;

/** `priorityScore` → `priority`, `allowsPartialFunding` → `partialFunding`. */
function shortNameOf(field: string): string {
  const short = field.replace(UNIT_SUFFIX, "").replace(YES_NO_PREFIX, "");
  return short.charAt(0).toLowerCase() + short.slice(1);
}

/** Fields that can be set: not those that name the row or its owner, or keep the order of rows. */
const settableFields = (entity: EntityName): readonly string[] =>
  fieldEntries(entity)
    .map(([name]) => name)
    .filter((name) => name !== "position" && !fixedFieldsOf(entity).includes(name));

/**
 * The field that a name in kebab or camel case means: its full name, a lever's
 * name, or its name without the unit where that is clear.
 */
export function findFieldByName(path: string, entity: EntityName, name: string): string {
  const wanted = toCamelCase(name);
  const fields = settableFields(entity);
  const [short, ...others] = fields.filter((field) => shortNameOf(field) === wanted);
  const found = fields.includes(wanted)
    ? wanted
    : (LEVER_NAMES[entity]?.[wanted] ?? (others.length === 0 ? short : undefined));
  if (found !== undefined) return found;
  const shortNames = fields.map(shortNameOf);
  const isClear = (name: string) => shortNames.indexOf(name) === shortNames.lastIndexOf(name);
  const known = [
    ...fields.map((field) => (isClear(shortNameOf(field)) ? shortNameOf(field) : field)),
    ...(entity === "task" ? [WAITS_FOR] : []),
  ];
  const alsoKnown = [...fields, ...Object.keys(LEVER_NAMES[entity] ?? {})];
  throw failOnName(path, "field", wanted, `field of ${entity}`, known, alsoKnown);
}
