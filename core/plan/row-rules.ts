import type { EditError } from "./edit-error";
import type { EntityName, Row } from "./entities";
import { fieldsOfPart } from "./uncertain-fields";

/** Rules between cells of one row; undefined when the row keeps them all, else the first that it breaks. */
export const checkRowRules = (entity: EntityName, row: Row<EntityName>): EditError | undefined =>
  findBrokenRules(entity, row)[0];

/** All rules between cells of one row that it breaks. */
export function findBrokenRules(entity: EntityName, row: Row<EntityName>): readonly EditError[] {
  switch (entity) {
    case "plan":
      return findBrokenPlanRules(row as Row<"plan">);
    case "task": {
      const { startYear, endYear, title, id } = row as Row<"task">;
      return [
        ...findEmptyName(entity, id, title),
        ...(endYear < startYear
          ? [{ type: "end-before-start", rowId: id, startYear, endYear } as const]
          : NO_ERRORS),
      ];
    }
    case "committee":
    case "committeeSize": {
      const { seats, officials, id } = row as Row<"committee" | "committeeSize">;
      return seats < officials ? [{ type: "seats-below-officials", rowId: id, seats, officials }] : NO_ERRORS;
    }
    case "budgetLine": {
      const { lowWon, likelyWon, highWon, id } = row as Row<"budgetLine">;
      return lowWon > likelyWon || likelyWon > highWon
        ? [{ type: "range-reversed", rowId: id, lowWon, likelyWon, highWon }]
        : NO_ERRORS;
    }
    default:
      return NO_ERRORS;
  }
}

/** One list for all: plans have many rows that keep every rule. */
const NO_ERRORS: readonly EditError[] = [];

const findEmptyName = (entity: EntityName, rowId: string, title: string): readonly EditError[] =>
  title.trim() === "" ? [{ type: "empty-name", entity, rowId, field: "title" }] : NO_ERRORS;

function findBrokenPlanRules(plan: Row<"plan">): readonly EditError[] {
  const { firstYear, lastYear, title, id } = plan;
  return [
    ...findEmptyName("plan", id, title),
    ...(lastYear < firstYear ? [{ type: "horizon-reversed", firstYear, lastYear } as const] : NO_ERRORS),
    ...findBrokenAssumptions(plan),
  ];
}

/** Parts with three ends of which a middle one is likely; costs go to either side of what is planned. */
const THREE_POINT_PARTS = ["ceilings", "inflation", "attendance", "absorption"] as const;

/** What does not vary may have any ends: they do not count. */
function findBrokenAssumptions(plan: Row<"plan">): readonly EditError[] {
  const errors: EditError[] = THREE_POINT_PARTS.flatMap((part): EditError[] => {
    const { distribution, low, likely, high } = fieldsOfPart[part];
    if (plan[distribution] === "fixed") return [];
    const reversed = plan[low] > plan[likely] ? low : plan[likely] > plan[high] ? high : null;
    return reversed === null ? [] : [{ type: "assumption-reversed", part, rowId: plan.id, field: reversed }];
  });
  const { low, high } = fieldsOfPart.grade;
  if (plan[low] + plan[high] > 1)
    errors.push({ type: "chances-above-one", part: "grade", rowId: plan.id, field: high });
  return errors;
}
