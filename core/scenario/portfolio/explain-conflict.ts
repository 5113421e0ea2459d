import type { LinearModel, SolveLinear } from "./linear-model";
import type { PortfolioModel } from "./model-portfolio";
import type { PortfolioConstraint } from "./portfolio-problem";

/**
 * Conditions that cannot hold together, of which none can be spared: each is
 * left out in turn, and stays out where the rest still contradicts itself
 * (deletion filter, Chinneck & Dravnieks 1991). O(conditions) solutions.
 */
export function explainConflict(
  { model, constraints }: PortfolioModel,
  solve: SolveLinear,
  options: { readonly timeLimitMs: number },
): readonly PortfolioConstraint[] {
  const groups = new Map<string, { readonly constraint: PortfolioConstraint; readonly rows: number[] }>();
  for (const [row, constraint] of constraints.entries()) {
    if (constraint === null) continue;
    const key = JSON.stringify(constraint);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { constraint, rows: [row] });
    else known.rows.push(row);
  }
  const left = new Map(groups);
  const isInfeasibleWith = (kept: typeof left): boolean => {
    const rows = new Set([...kept.values()].flatMap((group) => group.rows));
    const part = keepRows(model, (row) => constraints[row] === null || rows.has(row));
    // What even the relaxed model cannot do is settled without a search.
    if (solve(part, { ...options, gapRatio: 1, isRelaxed: true }).status === "infeasible") return true;
    return solve(part, { ...options, gapRatio: 1, isRelaxed: false }).status === "infeasible";
  };
  for (const key of groups.keys()) {
    const without = new Map(left);
    without.delete(key);
    if (isInfeasibleWith(without)) left.delete(key);
  }
  return [...left.values()].map(({ constraint }) => constraint);
}

/** Without an objective: only whether there is a solution matters. */
const keepRows = ({ columns, rows }: LinearModel, isKept: (row: number) => boolean): LinearModel => ({
  columns: columns.map((column) => ({ ...column, objective: 0 })),
  rows: rows.filter((_, row) => isKept(row)),
});
