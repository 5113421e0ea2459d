import { findNearestName } from "../../plan/nearest-name";
import { err, ok, type Result } from "../../result";
import type { ModelDefinition, ModelInput, ModelInputError, ModelInputs } from "./model-definition";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Numbers smaller than this are 0: no model measures anything so small, and its products would vanish. */
const NEGLIGIBLE = 1e-100;

/** Reads and checks the inputs of a model from text; the first error found is returned. */
export function readModelInputs(
  model: ModelDefinition,
  rawInputs: Readonly<Record<string, string>>,
): Result<ModelInputs, ModelInputError> {
  const known = model.inputs.map((input) => input.key);
  for (const key of Object.keys(rawInputs)) {
    if (!known.includes(key)) {
      return err({ type: "unknown-input", key, nearest: findNearestName(key, known), known });
    }
  }
  const inputs: Record<string, unknown> = {};
  for (const input of model.inputs) {
    const text = Object.hasOwn(rawInputs, input.key) ? rawInputs[input.key]?.trim() : undefined;
    if (text === undefined || text === "") {
      if (input.default !== undefined) inputs[input.key] = input.default;
      else if (!input.optional) {
        return err({
          type: "missing-input",
          key: input.key,
          minimum: input.minimum,
          maximum: input.maximum,
        });
      }
      continue;
    }
    const read = readInput(input, text);
    if (!read.ok) return read;
    inputs[input.key] = read.value;
  }
  const problem = model.check?.(inputs) ?? null;
  return problem === null ? ok(inputs) : err(problem);
}

function readInput(input: ModelInput, text: string): Result<unknown, ModelInputError> {
  switch (input.kind) {
    case "number":
    case "integer":
      return readNumber(input, text);
    case "list": {
      const numbers: number[] = [];
      for (const part of text.split(",")) {
        const read = readNumber(input, part.trim());
        if (!read.ok) return read;
        numbers.push(read.value);
      }
      return ok(numbers);
    }
    case "choice": {
      const choices = input.choices ?? [];
      return choices.includes(text)
        ? ok(text)
        : err({ type: "unknown-choice", key: input.key, text, choices });
    }
    case "json":
      return readJson(input, text);
  }
}

/** JSON, or numbers `a,b,…` as a short form of a JSON list. */
function readJson(input: ModelInput, text: string): Result<unknown, ModelInputError> {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => NUMBER.test(part))) return ok(parts.map(Number));
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return err({ type: "invalid-json", key: input.key, reason: String(error) });
  }
}

function readNumber(input: ModelInput, text: string): Result<number, ModelInputError> {
  const { key, minimum, maximum } = input;
  const typed = NUMBER.test(text) ? Number(text) : Number.NaN;
  const given = Math.abs(typed) < NEGLIGIBLE ? 0 : typed;
  if (Number.isNaN(given)) return err({ type: "not-a-number", key, text, minimum, maximum });
  if (input.kind === "integer" && Number.isFinite(given) && !Number.isInteger(given)) {
    return err({ type: "not-whole", key, given, minimum, maximum });
  }
  if (given < minimum || given > maximum) return err({ type: "out-of-range", key, given, minimum, maximum });
  return ok(given);
}
