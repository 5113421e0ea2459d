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
  /** Says the same as the schema, without its cost: opening a plan asks this for every cell. */
  readonly accepts: (value: unknown) => boolean;
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
const MAX_REFERENCE_LENGTH = 200;

const acceptsText = (maximumLength: number) => (value: unknown) =>
  typeof value === "string" && value.length <= maximumLength;

const acceptsWhole = (minimum: number, maximum: number) => (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) >= minimum && (value as number) <= maximum;

const acceptsNumber = (minimum: number, maximum: number) => (value: unknown) =>
  Number.isFinite(value) && (value as number) >= minimum && (value as number) <= maximum;

/** Free text; never HTML. */
export const text = (initial = ""): Field<string> => ({
  kind: "text",
  schema: z.string().max(MAX_TEXT_LENGTH),
  accepts: acceptsText(MAX_TEXT_LENGTH),
  initial,
  sqlType: "TEXT",
});

export const flag = (initial = false): Field<boolean> => ({
  kind: "boolean",
  schema: z.boolean(),
  accepts: (value) => typeof value === "boolean",
  initial,
  sqlType: "INTEGER",
});

/** A whole number of things (seats, meetings), 0 or more. */
export const count = (initial: number, maximum = 1_000_000): Field<number> => ({
  kind: "count",
  schema: z.int().min(0).max(maximum),
  accepts: acceptsWhole(0, maximum),
  initial,
  sqlType: "INTEGER",
  minimum: 0,
  maximum,
});

/** Any finite number within inclusive bounds. */
export const number = (initial: number, minimum: number, maximum: number): Field<number> => ({
  kind: "number",
  schema: z.number().min(minimum).max(maximum),
  accepts: acceptsNumber(minimum, maximum),
  initial,
  sqlType: "REAL",
  minimum,
  maximum,
});

/** Money in the plan's minor unit (KRW has none), a whole number, 0 or more. */
export const money = (initial = 0): Field<number> => ({
  kind: "money",
  schema: z.int().min(0).max(MAX_AMOUNT_WON),
  accepts: acceptsWhole(0, MAX_AMOUNT_WON),
  initial,
  sqlType: "INTEGER",
  minimum: 0,
  maximum: MAX_AMOUNT_WON,
});

/** A part of a whole, 0 to 1 unless a wider maximum is given. */
export const ratio = (initial: number, maximum = 1, minimum = 0): Field<number> => ({
  kind: "ratio",
  schema: z.number().min(minimum).max(maximum),
  accepts: acceptsNumber(minimum, maximum),
  initial,
  sqlType: "REAL",
  minimum,
  maximum,
});

/** A fiscal year. */
export const year = (initial: number): Field<number> => ({
  kind: "year",
  schema: z.int().min(FIRST_POSSIBLE_YEAR).max(LAST_POSSIBLE_YEAR),
  accepts: acceptsWhole(FIRST_POSSIBLE_YEAR, LAST_POSSIBLE_YEAR),
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
  accepts: (value) => (choices as readonly unknown[]).includes(value),
  initial,
  sqlType: "TEXT",
  choices,
});

/** The id of a row of another entity; the empty string means none. */
export const reference = (target: string): Field<string> => ({
  kind: "reference",
  schema: z.string().max(MAX_REFERENCE_LENGTH),
  accepts: acceptsText(MAX_REFERENCE_LENGTH),
  initial: "",
  sqlType: "TEXT",
  target,
});
