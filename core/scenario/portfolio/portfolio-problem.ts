/** Money of a source, or a resource, that is limited in a year. */
export interface PortfolioLimit {
  readonly kind: "money" | "resource";
  /** Id of the source or resource. */
  readonly id: string;
  readonly year: number;
  readonly available: number;
}

/** One way to carry out a task: when it starts, what it is worth then, what it takes. */
export interface PortfolioChoice {
  readonly delayYears: number;
  /** Year in which it starts. */
  readonly startYear: number;
  /** Longer than the task itself allows: only with a predecessor that is delayed as long. */
  readonly isOnlyInherited: boolean;
  /** Not negative. */
  readonly value: number;
  /** Money inside the horizon, for shares of areas. */
  readonly costWon: number;
  /** Index of a limit and how much of it is used. */
  readonly uses: readonly (readonly [limit: number, amount: number])[];
}

export interface PortfolioTask {
  readonly id: string;
  readonly areaId: string;
  readonly choices: readonly PortfolioChoice[];
  /** It has to be carried out (a law asks for it). */
  readonly isRequired: boolean;
  /** It may be carried out in part, at least `minimumPartRatio`, with the same part of everything. */
  readonly allowsPart: boolean;
}

/** Choose tasks and their start years so that their value is highest (models C7). */
export interface PortfolioProblem {
  readonly tasks: readonly PortfolioTask[];
  readonly limits: readonly PortfolioLimit[];
  /** A task needs its predecessor, and is delayed at least as long; indices of tasks. */
  readonly dependencies: readonly { readonly task: number; readonly predecessor: number }[];
  /** At most one of two tasks. */
  readonly exclusions: readonly (readonly [task: number, other: number])[];
  /** At most this many tasks may start in a year; null for no limit. */
  readonly maximumStartsPerYear: number | null;
  /** An area gets at least this part of the money spent. */
  readonly minimumShares: readonly { readonly areaId: string; readonly shareRatio: number }[];
  readonly minimumPartRatio: number;
}

/** A condition of a portfolio, for saying what binds and what conflicts. */
export type PortfolioConstraint =
  | { readonly type: "money"; readonly sourceId: string; readonly year: number }
  | { readonly type: "resource"; readonly resourceId: string; readonly year: number }
  | { readonly type: "required"; readonly taskId: string }
  | { readonly type: "dependency"; readonly taskId: string; readonly predecessorId: string }
  | { readonly type: "exclusion"; readonly taskId: string; readonly otherId: string }
  | { readonly type: "starts"; readonly year: number }
  | { readonly type: "share"; readonly areaId: string };
