import type { ModelError } from "../../core/scenario/model-registry";
import { CliFailure, suggest } from "./cli-failure";

/** Why a model could not be evaluated, in words. */
export const failOnModel = (error: ModelError): CliFailure =>
  new CliFailure(2, { ...error, message: describe(error) });

function describe(error: ModelError): string {
  switch (error.type) {
    case "unknown-model":
      return `There is no model "${error.name}".${suggest(error.nearest)} "civplan model --list" names them all.`;
    case "missing-input":
      return `${error.model} needs ${error.key}=… (${error.minimum} to ${error.maximum}).`;
    case "unknown-input":
      return `${error.model} has no input "${error.key}".${suggest(error.nearest)} It takes ${error.known.join(", ")}.`;
    case "not-a-number":
      return `${error.key}: "${error.text}" is not a number (${error.minimum} to ${error.maximum}).`;
    case "not-whole":
      return `${error.key}: ${error.given} is not a whole number (${error.minimum} to ${error.maximum}).`;
    case "out-of-range":
      return `${error.key}: ${error.given} is outside ${error.minimum} to ${error.maximum}.`;
    case "unknown-choice":
      return `${error.key}: "${error.text}" is none of ${error.choices.join(", ")}.`;
    case "invalid-json":
      return `${error.key} is not JSON: ${error.reason}.`;
    case "length-mismatch":
      return `${error.key} has ${error.given} values where ${error.expected} are needed.`;
    case "no-positive-number":
      return `${error.key} needs at least one number above 0.`;
    case "incomplete-inputs":
      return `${error.model} needs one of these together: ${error.needsOneOf.map((keys) => keys.join(" and ")).join("; or ")}.`;
  }
}
