import type { EditError } from "./edit-error";
import type { EntityName, Row } from "./entities";

/** Rules between cells of one row; undefined when the row keeps them all. */
export function checkRowRules(entity: EntityName, row: Row<EntityName>): EditError | undefined {
  switch (entity) {
    case "plan": {
      const { firstYear, lastYear, title, id } = row as Row<"plan">;
      if (title.trim() === "") return { type: "empty-name", entity, rowId: id, field: "title" };
      return lastYear < firstYear ? { type: "horizon-reversed", firstYear, lastYear } : undefined;
    }
    case "task": {
      const { startYear, endYear, title, id } = row as Row<"task">;
      if (title.trim() === "") return { type: "empty-name", entity, rowId: id, field: "title" };
      return endYear < startYear ? { type: "end-before-start", rowId: id, startYear, endYear } : undefined;
    }
    case "committee":
    case "committeeSize": {
      const { seats, officials, id } = row as Row<"committee" | "committeeSize">;
      return seats < officials ? { type: "seats-below-officials", rowId: id, seats, officials } : undefined;
    }
    case "budgetLine": {
      const { lowWon, likelyWon, highWon, id } = row as Row<"budgetLine">;
      return lowWon > likelyWon || likelyWon > highWon
        ? { type: "range-reversed", rowId: id, lowWon, likelyWon, highWon }
        : undefined;
    }
    default:
      return undefined;
  }
}
