import type { ModelInput } from "./model-definition";

/** Largest council the closed forms are offered for; the exact sums take well under a second there. */
export const MAXIMUM_SEATS = 2_000;
const MAXIMUM_POPULATION = 1e10;
const MAXIMUM_WON = 1e15;

/** Inputs that may be left out; with a default that value is used. */
export interface InputOptions {
  readonly optional?: boolean;
  readonly default?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A whole number of members, seats, subcommittees or years. */
export function countInput(key: string, description: string, options: InputOptions = {}): ModelInput {
  return { key, kind: "integer", unit: "count", minimum: 0, maximum: MAXIMUM_SEATS, description, ...options };
}

/** A whole number of people. */
export function peopleInput(key: string, description: string, options: InputOptions = {}): ModelInput {
  return {
    key,
    kind: "integer",
    unit: "people",
    minimum: 0,
    maximum: MAXIMUM_POPULATION,
    description,
    ...options,
  };
}

/** A share or probability, written .05 for 5 %. */
export function ratioInput(key: string, description: string, options: InputOptions = {}): ModelInput {
  return { key, kind: "number", unit: "ratio 0..1", minimum: 0, maximum: 1, description, ...options };
}

/** An amount of money. */
export function wonInput(key: string, description: string, options: InputOptions = {}): ModelInput {
  return { key, kind: "number", unit: "won", minimum: 0, maximum: MAXIMUM_WON, description, ...options };
}

/** A duration, in the unit named. */
export function durationInput(
  key: string,
  unit: "minutes" | "hours" | "years",
  description: string,
  options: InputOptions = {},
): ModelInput {
  return { key, kind: "number", unit, minimum: 0, maximum: 10_000, description, ...options };
}

/** Non-negative numbers separated by commas. */
export function listInput(key: string, unit: string, description: string): ModelInput {
  return { key, kind: "list", unit, minimum: 0, maximum: MAXIMUM_WON, description };
}

/** Any number of the size of an amount, negative or not. */
export function realInput(key: string, description: string, options: InputOptions = {}): ModelInput {
  return {
    key,
    kind: "number",
    unit: "unit of the estimate",
    minimum: -MAXIMUM_WON,
    maximum: MAXIMUM_WON,
    description,
    ...options,
  };
}
