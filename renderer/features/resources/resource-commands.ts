import type { Command } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { type Evidence, evidenceAbout } from "../../session/own-figures";
import { positionAfter } from "../../session/position-after";
import type { RowName } from "../../ui/spreadsheet/sheet";
import type { ResourcePlan } from "./resource-plan";

const codeOfKind: Readonly<Record<Row<"resource">["kind"], string>> = {
  staff: "STAFF",
  facilitators: "FACILITATORS",
  venueHours: "VENUE",
  trainingPlaces: "TRAINING",
  supportOrganisation: "SUPPORT",
};

/** A new resource at the end, without any capacity: it limits nothing until somebody types one. */
export const addResource = (
  { resource }: ResourcePlan,
  rowId: string,
  kind: Row<"resource">["kind"],
  title: string,
): Command => ({
  type: "add-rows",
  rows: [
    {
      entity: "resource",
      rowId,
      cells: {
        code: freeCode(
          codeOfKind[kind],
          resource.map(({ code }) => code),
        ),
        title,
        kind,
        position: positionAfter(resource),
      },
    },
  ],
});

/** STAFF, STAFF2, STAFF3 …: the first that no resource has. */
export function freeCode(stem: string, taken: readonly string[]): string {
  let code = stem;
  for (let number = 2; taken.includes(code); number += 1) code = `${stem}${number}`;
  return code;
}

/** A resource with what stands behind its figures; its capacities and what tasks need of it go with it. */
export function deleteResource(plan: ResourcePlan, resourceId: string): Command {
  const rowIds = new Set(
    [...plan.resourceCapacity, ...plan.resourceNeed]
      .filter((row) => row.resourceId === resourceId)
      .map(({ id }) => id),
  );
  rowIds.add(resourceId);
  return {
    type: "delete-rows",
    rows: [{ entity: "resource", rowId: resourceId }, ...evidenceAbout(plan.evidence, rowIds)],
  };
}

/** Emptied cells: their rows and what stands behind the figures. */
export const clearFigures = (rows: readonly RowName[], evidence: Evidence): Command => ({
  type: "delete-rows",
  rows: [...rows, ...evidenceAbout(evidence, new Set(rows.map(({ rowId }) => rowId)))],
});
