import type { Highs, ModelData } from "highs";
import type { LinearModel, LinearSolution, SolveLinear, SolveOptions } from "./linear-model";

/** Far below a won in rows that are scaled to 1. */
const FEASIBILITY_TOLERANCE = 1e-9;

/** HiGHS, loaded by the shell, as the core's solver (Huangfu & Hall 2018). Blocks until it is done. */
export function createHighsSolver(highs: Highs): SolveLinear {
  return (model, options) => {
    if (model.columns.length === 0) return solveEmpty(model);
    return highs.withModel(toModelData(highs, model, options), (loaded): LinearSolution => {
      loaded.options.set({
        output_flag: false,
        mip_rel_gap: options.gapRatio,
        mip_feasibility_tolerance: FEASIBILITY_TOLERANCE,
        primal_feasibility_tolerance: FEASIBILITY_TOLERANCE,
        time_limit: options.timeLimitMs / 1000,
      });
      const { modelStatus } = loaded.run();
      const status = STATUSES[modelStatus] ?? "failed";
      const hasSolution = loaded.info.get("primal_solution_status") === FEASIBLE_POINT;
      if (!hasSolution || (status !== "optimal" && status !== "time-limit"))
        return {
          status,
          values: null,
          objective: Number.NaN,
          bound: boundOf(loaded, options),
          rowDuals: null,
        };
      const solution = loaded.getSolution();
      const objective = loaded.getObjectiveValue();
      return {
        status,
        values: solution.colValue,
        objective,
        bound: options.isRelaxed ? objective : Number(loaded.info.get("mip_dual_bound")),
        rowDuals: options.isRelaxed ? solution.rowDual : null,
      };
    });
  };
}

const STATUSES: Readonly<Record<number, LinearSolution["status"]>> = {
  7: "optimal",
  8: "infeasible",
  9: "infeasible",
  10: "unbounded",
  13: "time-limit",
};
const FEASIBLE_POINT = 2;

const boundOf = (loaded: { readonly info: { get(name: string): number | bigint } }, options: SolveOptions) =>
  options.isRelaxed ? Number.NaN : Number(loaded.info.get("mip_dual_bound"));

/** Without variables every row is 0: either all bounds allow that, or nothing does. */
function solveEmpty({ rows }: LinearModel): LinearSolution {
  const isFeasible = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return isFeasible
    ? {
        status: "optimal",
        values: new Float64Array(0),
        objective: 0,
        bound: 0,
        rowDuals: new Float64Array(rows.length),
      }
    : { status: "infeasible", values: null, objective: Number.NaN, bound: Number.NaN, rowDuals: null };
}

function toModelData(highs: Highs, { columns, rows }: LinearModel, { isRelaxed }: SolveOptions): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [column, coefficient] of terms) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ objective }) => objective),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: columns.map(({ isWhole }) => (isWhole && !isRelaxed ? integer : continuous)),
  };
}
