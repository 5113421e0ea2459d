/** How the text of an input is read: one number, one whole number, numbers `a,b,…`, one of a few words, or JSON. */
export type ModelInputKind = "number" | "integer" | "list" | "choice" | "json";

/** One input of a model. */
export interface ModelInput {
  readonly key: string;
  readonly kind: ModelInputKind;
  /** Unit in words ("won", "ratio 0..1", "members"). */
  readonly unit: string;
  /** Range of the number, or of each number of a list. */
  readonly minimum: number;
  readonly maximum: number;
  readonly description: string;
  /** Whether it may be left out. With a `default`, that value is used; without, the model says what happens. */
  readonly optional?: boolean;
  readonly default?: number | readonly number[] | string;
  readonly choices?: readonly string[];
}

/** Inputs that were read and checked, by key. Optional ones without a default are absent. */
export type ModelInputs = Readonly<Record<string, unknown>>;

/** A model's answer. */
export type ModelValue = number | readonly number[] | Readonly<Record<string, number>>;

/** An input that cannot be used; `minimum` and `maximum` are the range that would be accepted. */
export type ModelInputError =
  | {
      readonly type: "missing-input";
      readonly key: string;
      readonly minimum: number;
      readonly maximum: number;
    }
  | {
      readonly type: "unknown-input";
      readonly key: string;
      readonly nearest: string | null;
      readonly known: readonly string[];
    }
  | {
      readonly type: "not-a-number";
      readonly key: string;
      readonly text: string;
      readonly minimum: number;
      readonly maximum: number;
    }
  | {
      readonly type: "not-whole";
      readonly key: string;
      readonly given: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | {
      readonly type: "out-of-range";
      readonly key: string;
      readonly given: number;
      readonly minimum: number;
      readonly maximum: number;
    }
  | {
      readonly type: "unknown-choice";
      readonly key: string;
      readonly text: string;
      readonly choices: readonly string[];
    }
  | { readonly type: "invalid-json"; readonly key: string; readonly reason: string }
  | {
      readonly type: "length-mismatch";
      readonly key: string;
      readonly given: number;
      readonly expected: number;
    }
  | { readonly type: "no-positive-number"; readonly key: string }
  | { readonly type: "incomplete-inputs"; readonly needsOneOf: readonly (readonly string[])[] };

/** One model of models.md as the command line and the "?" of a figure see it. */
export interface ModelDefinition {
  readonly name: string;
  readonly title: string;
  /** The formula in one line. */
  readonly formula: string;
  /** Author and year. */
  readonly source: string;
  readonly inputs: readonly ModelInput[];
  /** What single ranges cannot say (k ≤ n, equal lengths); null when all is well. */
  readonly check?: (inputs: ModelInputs) => ModelInputError | null;
  /** Only called with inputs that passed their ranges and `check`. */
  readonly evaluate: (inputs: ModelInputs) => ModelValue;
  /** What had to be adjusted to get the value, as plain data. */
  readonly notices?: (inputs: ModelInputs) => readonly { readonly type: string }[];
}

/** The number given for `key`; a bug if there is none. */
export function numberOf(inputs: ModelInputs, key: string): number {
  const value = inputs[key];
  if (typeof value !== "number") throw new TypeError(`numberOf: input ${key} must be a number`);
  return value;
}

/** The number given for an optional `key`, or undefined. */
export function optionalNumberOf(inputs: ModelInputs, key: string): number | undefined {
  return inputs[key] === undefined ? undefined : numberOf(inputs, key);
}

/** The list given for `key`; a bug if there is none. */
export function listOf(inputs: ModelInputs, key: string): readonly number[] {
  const value = inputs[key];
  if (!Array.isArray(value)) throw new TypeError(`listOf: input ${key} must be a list`);
  return value;
}

/** Error if the number at `key` is outside a range that depends on other inputs. */
export function checkRange(
  inputs: ModelInputs,
  key: string,
  minimum: number,
  maximum: number,
): ModelInputError | null {
  const given = optionalNumberOf(inputs, key);
  if (given === undefined || (given >= minimum && given <= maximum)) return null;
  return { type: "out-of-range", key, given, minimum, maximum };
}

/** Error if the list at `key` has no positive number (nothing to divide by). */
export function checkPositiveSum(inputs: ModelInputs, key: string): ModelInputError | null {
  return listOf(inputs, key).some((value) => value > 0) ? null : { type: "no-positive-number", key };
}
