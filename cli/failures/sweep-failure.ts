import type { SweepAxisError } from "../../core/scenario/sweep/sweep-axis";
import { CliFailure, suggest } from "./cli-failure";

/** Why a lever cannot be swept, in words. */
export const failOnAxis = (error: SweepAxisError): CliFailure =>
  new CliFailure(2, { ...error, message: describe(error) });

function describe(error: SweepAxisError): string {
  switch (error.type) {
    case "unknown-lever":
      return `There is no lever "${error.path}".${suggest(error.nearest)} "civplan info FILE --levers" lists them.`;
    case "not-a-range":
      return `${error.path}: "${error.text}" is not of the form FROM:TO:STEP or A,B,C.`;
    case "range-reversed":
      return `${error.path}: ${error.to} comes before ${error.from}. Write the lower end first.`;
    case "step-not-positive":
      return `${error.path}: a step of ${error.step} leads nowhere; it must be above 0.`;
    case "range-not-whole":
      return `${error.path}: "${error.text}" must consist of whole numbers.`;
    case "too-many-values":
      return `${error.path}: that would be ${error.values} values, more than ${error.maximum}. Take larger steps.`;
  }
}
