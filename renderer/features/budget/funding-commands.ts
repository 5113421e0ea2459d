import type { RowCommand } from "../../../core/plan/command";
import type { Row } from "../../../core/plan/entities";
import { freeCode } from "../../session/free-code";
import { positionAfter } from "../../session/position-after";

export type FundingEntity = "source" | "channel";

export const fundingKinds = {
  source: [
    "national",
    "city",
    "district",
    "fund",
    "private",
  ] as const satisfies readonly Row<"source">["kind"][],
  channel: [
    "regular",
    "participatory",
    "districtPlan",
    "dongPlan",
    "deliberative",
  ] as const satisfies readonly Row<"channel">["kind"][],
};

export type FundingRow = Row<"source"> | Row<"channel">;
export type FundingKind = FundingRow["kind"];

interface NewRow {
  readonly rowId: string;
  readonly kind: FundingKind;
  readonly title: string;
}

/** A new source or channel at the end; its code comes from its kind. A source has no ceiling until somebody types one. */
export const addFundingRow = (
  entity: FundingEntity,
  rows: readonly FundingRow[],
  { rowId, kind, title }: NewRow,
): RowCommand => ({
  type: "add-rows",
  rows: [
    {
      entity,
      rowId,
      cells: {
        code: freeCode(
          kind.toUpperCase(),
          rows.map(({ code }) => code),
        ),
        title,
        kind,
        position: positionAfter(rows),
      },
    },
  ],
});

/** A source with its ceilings, or a channel, and the amounts of tasks that name it: one step. */
export const deleteFundingRow = (entity: FundingEntity, rowId: string): RowCommand => ({
  type: "delete-rows",
  rows: [{ entity, rowId }],
});
