import type { LeverError } from "../../core/scenario/lever";
import { CliFailure, type ExitCode, suggest } from "./cli-failure";

/** Why a lever cannot have a value, in words. */
export const failOnLever = (error: LeverError, exitCode: ExitCode): CliFailure =>
  new CliFailure(exitCode, { ...error, message: describe(error) });

function describe(error: LeverError): string {
  switch (error.type) {
    case "unknown-lever":
      return `There is no lever "${error.path}".${suggest(error.nearest)} "civplan info FILE --levers" lists them.`;
    case "lever-not-a-number":
      return `${error.path}: "${error.input}" is not a number that fits here${wholeHint(error.input)}.`;
    case "lever-out-of-range":
      return `${error.path}: ${error.value} is outside ${error.minimum} to ${error.maximum}${ratioHint(error.maximum)}.`;
    case "lever-not-a-choice":
      return `${error.path}: "${error.input}" is none of ${error.choices.join(", ")}.`;
    case "lever-seats-below-officials":
      return `${error.path}: ${error.seats} seats are fewer than the ${error.officials} officials.`;
  }
}

const wholeHint = (input: string) => (Number.isFinite(Number(input)) ? " (whole numbers only)" : "");

/** Shares are typed as 5% or 0.05. */
export const ratioHint = (maximum: number) => (maximum === 1 ? " (write 5 % as 5% or 0.05)" : "");
