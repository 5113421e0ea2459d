import type { Row } from "../../core/plan/entities";
import {
  fieldsOfPart,
  UNCERTAIN_PARTS,
  type UncertainField,
  type UncertainPart,
  type UncertainSetting,
} from "../../core/plan/uncertain-fields";
import { formatNumber, formatRatio } from "./format-values";
import { formatTable } from "./text-table";

/** What each part is a change of; `civplan set` takes the figures as they are shown. */
const MEANINGS: Readonly<Record<UncertainPart, string>> = {
  costs: "lines without a range of their own, others by theirs",
  ceilings: "of each source and year, against the plan",
  inflation: "points a year, added to the scenario's",
  attendance: "points, citizens and officials alike",
  absorption: "what units can spend in their first year, against the plan",
  grade: "chances of one lower and of one higher",
};

/** What a plan says is uncertain: a row a part, changes against the plan. */
export const uncertaintyText = (plan: Row<"plan">): string =>
  formatTable(
    [
      { title: "What" },
      { title: "Distribution" },
      { title: "Low", align: "right" },
      { title: "Likely", align: "right" },
      { title: "High", align: "right" },
      { title: "Correlation", align: "right" },
      { title: "Of what" },
    ],
    UNCERTAIN_PARTS.map((part) => {
      const fields: Readonly<Partial<Record<UncertainSetting, UncertainField>>> = fieldsOfPart[part];
      const isFixed = fields.distribution !== undefined && plan[fields.distribution] === "fixed";
      const show = (setting: UncertainSetting, format: (value: number) => string) => {
        const field = fields[setting];
        return field === undefined || isFixed ? "" : format(Number(plan[field]));
      };
      const change = part === "grade" ? formatRatio : formatChange;
      return [
        part,
        fields.distribution === undefined ? "" : String(plan[fields.distribution]),
        show("low", change),
        show("likely", change),
        show("high", change),
        show("correlation", formatNumber),
        MEANINGS[part],
      ];
    }),
  );

const formatChange = (ratio: number): string =>
  `${ratio > 0 ? "+" : ratio < 0 ? "−" : ""}${formatRatio(Math.abs(ratio))}`;
