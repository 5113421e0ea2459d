import type { Command } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { positionAfter } from "../../session/position-after";
import type { DecentralisedPlan } from "./decentralised-plan";

/** A new unit at the end of the list; people and need are to be typed. */
export function addUnit({ unit }: DecentralisedPlan, unitId: string, title: string): Command {
  return {
    type: "add-rows",
    rows: [
      {
        entity: "unit",
        rowId: unitId,
        cells: { title, code: nextUnitCode(unit), position: positionAfter(unit) },
      },
    ],
  };
}

/** The code after the highest: DONG-17 → DONG-18; UNIT-01 for the first. */
export function nextUnitCode(units: readonly Row<"unit">[]): string {
  const parts = units.flatMap(({ code }) => {
    const [, stem, digits] = /^(.*?)(\d+)$/.exec(code) ?? [];
    return stem === undefined || digits === undefined ? [] : [{ stem, digits }];
  });
  const last = parts.reduce<(typeof parts)[number] | undefined>(
    (highest, part) =>
      highest === undefined || Number(part.digits) > Number(highest.digits) ? part : highest,
    undefined,
  );
  const { stem, digits } = last ?? { stem: "UNIT-", digits: "00" };
  return `${stem}${String(Number(digits) + 1).padStart(digits.length, "0")}`;
}

export const deleteUnit = (unitId: string): Command => ({
  type: "delete-rows",
  rows: [{ entity: "unit", rowId: unitId }],
});
