import { readLeverText } from "../../core/scenario/check-levers";
import type { PlanCondition } from "../../core/scenario/search/seek-plan";
import { CliFailure } from "../failures/cli-failure";
import { requireMeasure } from "../failures/measure-failure";

const RELATIONS = { ">=": "at-least", "<=": "at-most", "=": "equal" } as const;

/** `committeeCostWon<=400000000` in its parts. Throws a CliFailure for another form, an unknown figure or no number. */
export function readCondition(text: string): PlanCondition {
  const match = /^\s*([A-Za-z0-9]+)\s*(>=|<=|==?|≥|≤)\s*(.+)$/.exec(text);
  const [, name, sign = "", boundText = ""] = match ?? [];
  if (name === undefined)
    throw new CliFailure(2, {
      type: "not-a-target",
      message: `"${text}" is not of the form FIGURE>=VALUE, FIGURE<=VALUE or FIGURE=VALUE.`,
    });
  const { key } = requireMeasure(name);
  const bound = readLeverText(boundText);
  if (typeof bound !== "number" || !Number.isFinite(bound))
    throw new CliFailure(2, { type: "not-a-number", message: `${name}: "${boundText}" is not a number.` });
  const plain = sign === "≥" ? ">=" : sign === "≤" ? "<=" : sign === "==" ? "=" : sign;
  return { measure: key, relation: RELATIONS[plain as keyof typeof RELATIONS], bound };
}

/** The same in one form. */
export function writeCondition({ measure, relation, bound }: PlanCondition): string {
  const sign = relation === "at-least" ? ">=" : relation === "at-most" ? "<=" : "=";
  return `${measure}${sign}${bound}`;
}
