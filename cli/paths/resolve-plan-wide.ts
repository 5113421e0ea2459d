import { PLAN_ROW_ID } from "../../core/plan/entities";
import type { PlanTables } from "../../core/plan/plan-tables";
import { type CellTarget, targetCell } from "./cell-target";
import { failOnPath } from "./path-failure";
import { resolveYearly, type YearlyFigure } from "./resolve-yearly";
import type { Assignment } from "./split-assignment";
import { uncertaintyPaths } from "./uncertainty-paths";

/** Levers, and what is uncertain, that are fields of the plan itself. */
const PLAN_FIELDS: ReadonlyMap<string, string> = new Map([
  ["decentralised.base", "shareBase"],
  ["decentralised.mode", "shareMode"],
  ["decentralised.additional", "isShareAdditional"],
  ["decentralised.formula.equal", "weightEqualRatio"],
  ["decentralised.formula.people", "weightPeopleRatio"],
  ["decentralised.formula.need", "weightNeedRatio"],
  ["decentralised.formula.revenue", "weightRevenueRatio"],
  ["decentralised.unspent", "unspentRule"],
  ["decentralised.projectCost", "residentProjectWon"],
  ["decentralised.projectStaff", "residentProjectStaffFte"],
  ["decentralised.projectsPerRound", "projectsPerRound"],
  ["decentralised.rounds", "deliberationRoundsPerYear"],
  ["decentralised.absorption", "absorptionStartRatio"],
  ["decentralised.absorptionGrowth", "absorptionGrowthRatio"],
  ["prices.inflation", "inflationRatio"],
  ...uncertaintyPaths,
]);

/** Levers with one value a year. */
const YEARLY_LEVERS: readonly YearlyFigure[] = [
  { path: "decentralised.share", entity: "decentralisedShare", field: "shareRatio", owner: [] },
  { path: "evaluation.grade", entity: "evaluation", field: "gradeCode", owner: [] },
];

/** Paths that do not start with a kind of row. */
export const planWidePaths: readonly string[] = [
  ...YEARLY_LEVERS.map(({ path }) => path),
  ...PLAN_FIELDS.keys(),
];

/** The cells of a lever that holds for the whole plan; undefined when the path is none. */
export function resolvePlanWide(
  tables: PlanTables,
  { path, text }: Assignment,
): readonly CellTarget[] | undefined {
  const field = PLAN_FIELDS.get(path);
  if (field !== undefined)
    return [targetCell(tables, { path, entity: "plan", rowId: PLAN_ROW_ID, field }, path, text)];
  const figure = YEARLY_LEVERS.find((lever) => path === lever.path || path.startsWith(`${lever.path}.`));
  if (figure !== undefined)
    return resolveYearly(tables, path, figure, path.slice(figure.path.length + 1), text);
  if (path === "decentralised.ramp")
    throw failOnScenarioLever(path, "set the shares of single years instead");
  return undefined;
}

/** A lever that says how a scenario departs from the plan; the plan has no cell for it. */
export const failOnScenarioLever = (path: string, instead: string) =>
  failOnPath(
    path,
    "scenario-lever",
    `this is a lever of scenarios only; ${instead}, or use "evaluate --set".`,
  );
