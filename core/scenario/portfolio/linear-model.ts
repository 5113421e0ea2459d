/** A variable of a linear model. Upper may be Infinity. */
export interface LinearColumn {
  readonly objective: number;
  readonly lower: number;
  readonly upper: number;
  readonly isWhole: boolean;
}

/** lower ≤ Σ coefficient · variable ≤ upper; ±Infinity where there is no bound. */
export interface LinearRow {
  readonly lower: number;
  readonly upper: number;
  /** Index of a column and its coefficient; no column twice. */
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
}

/** Always to be made as large as possible. */
export interface LinearModel {
  readonly columns: readonly LinearColumn[];
  readonly rows: readonly LinearRow[];
}

export interface SolveOptions {
  /** Whole numbers may be broken: the upper bound that duals belong to. */
  readonly isRelaxed: boolean;
  /** Ends when the best solution is proved to be within this part of the optimum. */
  readonly gapRatio: number;
  readonly timeLimitMs: number;
}

export interface LinearSolution {
  readonly status: "optimal" | "time-limit" | "infeasible" | "unbounded" | "failed";
  /** Null when no solution was found. */
  readonly values: Float64Array | null;
  readonly objective: number;
  /** No solution can be better than this. */
  readonly bound: number;
  /** What one more unit of a row's bound is worth; null unless relaxed. */
  readonly rowDuals: Float64Array | null;
}

/**
 * A solver for linear models with whole numbers. The core takes it as an
 * argument: the solver is large and is loaded only where it is used.
 */
export type SolveLinear = (model: LinearModel, options: SolveOptions) => LinearSolution;
