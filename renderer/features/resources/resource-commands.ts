import type { Command } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { freeCode } from "../../session/free-code";
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

/** A resource; its capacities and what tasks need of it go with it. */
export const deleteResource = (resourceId: string): Command => ({
  type: "delete-rows",
  rows: [{ entity: "resource", rowId: resourceId }],
});

/** Emptied cells: their rows go. */
export const clearFigures = (rows: readonly RowName[]): Command => ({ type: "delete-rows", rows: [...rows] });
