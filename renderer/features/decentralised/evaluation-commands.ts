import type { Command } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { naturalRowId } from "../../../core/plan/row-id";
import { positionAfter } from "../../session/position-after";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A new grade below the others; what it is worth is to be typed. */
export const addGrade = (grades: readonly Row<"grade">[], gradeId: string, title: string): Command => {
  const taken = new Set(grades.map(({ code }) => code));
  const code = [...LETTERS].find((letter) => !taken.has(letter)) ?? `G${grades.length + 1}`;
  return {
    type: "add-rows",
    rows: [
      {
        entity: "grade",
        rowId: gradeId,
        cells: { code, title: `${title} ${code}`, position: positionAfter(grades) },
      },
    ],
  };
};

/** A new criterion at the end of the rubric; it counts once it has a weight. */
export const addCriterion = (
  criteria: readonly Row<"criterion">[],
  criterionId: string,
  title: string,
): Command => {
  const taken = new Set(criteria.map(({ code }) => code));
  let number = criteria.length + 1;
  while (taken.has(`C${number}`)) number += 1;
  return {
    type: "add-rows",
    rows: [
      {
        entity: "criterion",
        rowId: criterionId,
        cells: { code: `C${number}`, title, position: positionAfter(criteria) },
      },
    ],
  };
};

/** The grade of a year's evaluation; none takes the entry away, so that the plan's own ceilings hold. */
export const enterGrade = (
  evaluation: Row<"evaluation"> | undefined,
  year: number,
  gradeCode: string | null,
): Command =>
  gradeCode === null && (evaluation?.rank ?? 0) === 0
    ? { type: "delete-rows", rows: [{ entity: "evaluation", rowId: naturalRowId(year) }] }
    : {
        type: "set-cells",
        edits: [{ entity: "evaluation", rowId: naturalRowId(year), cells: { gradeCode: gradeCode ?? "" } }],
      };
