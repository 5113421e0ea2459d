import { fieldsOfPart, UNCERTAIN_PARTS } from "../../core/plan/uncertain-fields";

/** Names of the chances of a grade: nothing about them is low or high. */
const GRADE_NAMES: Readonly<Record<string, string>> = { low: "lower", high: "higher" };

/** Paths of what is uncertain, such as `uncertainty.ceilings.low`, and the field of the plan that each sets. */
export const uncertaintyPaths: readonly (readonly [path: string, field: string])[] = UNCERTAIN_PARTS.flatMap(
  (part) =>
    Object.entries(fieldsOfPart[part]).map(([setting, field]) => {
      const name = part === "grade" ? (GRADE_NAMES[setting] ?? setting) : setting;
      return [`uncertainty.${part}.${name}`, field] as const;
    }),
);
