/** The value of a lever: a number in the lever's own unit, a choice, or a yes/no. */
export type LeverValue = number | string | boolean;

/** Values by lever path; only the levers that differ from the plan. */
export type LeverValues = Readonly<Record<string, LeverValue>>;

export type LeverGroup = "committee" | "decentralised" | "money" | "prices";

/** The value of a numeric lever, or what stands without it. */
export const numberOr = (value: LeverValue | undefined, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

/**
 * One thing that a scenario may set. `path` is stable and readable
 * (`committee.COUNCIL.seats`, `decentralised.share.2028`); `name` is the key of
 * its label in the language files.
 */
export interface Lever {
  readonly path: string;
  readonly group: LeverGroup;
  readonly name: string;
  /** Title of the row that the lever belongs to ("Governance council"); empty for plan-wide levers. */
  readonly subject: string;
  readonly kind: "count" | "ratio" | "money" | "choice" | "flag" | "number";
  /** The unit in words for machines: seats, meetings, won, ratio, year … */
  readonly unit: string;
  /** Inclusive range and sensible step; absent for choices and flags. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  readonly choices?: readonly string[];
  /** What the plan itself says. */
  readonly planValue: LeverValue;
}

/** Why lever values cannot be used; `path` and the nearest name are for the message. */
export type LeverError =
  | { readonly type: "unknown-lever"; readonly path: string; readonly nearest: string | null }
  | {
      readonly type: "lever-out-of-range";
      readonly path: string;
      readonly minimum: number;
      readonly maximum: number;
      readonly value: number;
    }
  | { readonly type: "lever-not-a-number"; readonly path: string; readonly input: string }
  | {
      readonly type: "lever-not-a-choice";
      readonly path: string;
      readonly choices: readonly string[];
      readonly input: string;
    }
  | {
      readonly type: "lever-seats-below-officials";
      readonly path: string;
      readonly seats: number;
      readonly officials: number;
    };
