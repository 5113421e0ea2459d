import { z } from "zod";

/** Largest amount of money a cell may hold, in the currency's minor unit: integers stay exact below 2^53. */
export const MAX_AMOUNT_WON = Number.MAX_SAFE_INTEGER;

export const FIRST_POSSIBLE_YEAR = 1900;
export const LAST_POSSIBLE_YEAR = 2200;

export type FieldKind =
  | "text"
  | "boolean"
  | "count"
  | "number"
  | "money"
  | "ratio"
  | "year"
  | "choice"
  | "reference";

/**
 * One column of an entity: what a cell may hold, how SQLite stores it, and the
 * value of a cell that nobody has filled in.
 */
export interface Field<T> {
  readonly kind: FieldKind;
  readonly schema: z.ZodType<T>;
  readonly initial: T;
  readonly sqlType: "TEXT" | "INTEGER" | "REAL";
  /** Inclusive bounds in the field's own unit; absent for text, choices and references. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly string[];
  /** The entity that a reference points to. */
  readonly target?: string;
}

const MAX_TEXT_LENGTH = 100_000;

/** Free text; never HTML. */
export const text = (initial = ""): Field<string> => ({
  kind: "text",
  schema: z.string().max(MAX_TEXT_LENGTH),
  initial,
  sqlType: "TEXT",
});

export const flag = (initial = false): Field<boolean> => ({
  kind: "boolean",
  schema: z.boolean(),
  initial,
  sqlType: "INTEGER",
});

/** A whole number of things (seats, meetings), 0 or more. */
export const count = (initial: number, maximum = 1_000_000): Field<number> => ({
  kind: "count",
  schema: z.int().min(0).max(maximum),
  initial,
  sqlType: "INTEGER",
  minimum: 0,
  maximum,
});

/** Any finite number within inclusive bounds. */
export const number = (initial: number, minimum: number, maximum: number): Field<number> => ({
  kind: "number",
  schema: z.number().min(minimum).max(maximum),
  initial,
  sqlType: "REAL",
  minimum,
  maximum,
});

/** Money in the plan's minor unit (KRW has none), a whole number, 0 or more. */
export const money = (initial = 0): Field<number> => ({
  kind: "money",
  schema: z.int().min(0).max(MAX_AMOUNT_WON),
  initial,
  sqlType: "INTEGER",
  minimum: 0,
  maximum: MAX_AMOUNT_WON,
});

/** A part of a whole, 0 to 1 unless a wider maximum is given. */
export const ratio = (initial: number, maximum = 1, minimum = 0): Field<number> => ({
  kind: "ratio",
  schema: z.number().min(minimum).max(maximum),
  initial,
  sqlType: "REAL",
  minimum,
  maximum,
});

/** A fiscal year. */
export const year = (initial: number): Field<number> => ({
  kind: "year",
  schema: z.int().min(FIRST_POSSIBLE_YEAR).max(LAST_POSSIBLE_YEAR),
  initial,
  sqlType: "INTEGER",
  minimum: FIRST_POSSIBLE_YEAR,
  maximum: LAST_POSSIBLE_YEAR,
});

export const choice = <const C extends readonly [string, ...string[]]>(
  choices: C,
  initial: C[number],
): Field<C[number]> => ({
  kind: "choice",
  schema: z.enum(choices) as z.ZodType<C[number]>,
  initial,
  sqlType: "TEXT",
  choices,
});

/** The id of a row of another entity; the empty string means none. */
export const reference = (target: string): Field<string> => ({
  kind: "reference",
  schema: z.string().max(200),
  initial: "",
  sqlType: "TEXT",
  target,
});
