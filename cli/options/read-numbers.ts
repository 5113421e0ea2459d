import { readLeverText } from "../../core/scenario/check-levers";
import { CliFailure } from "../failures/cli-failure";

/** A whole number typed for an option, within its range. */
export function readWholeOption(option: string, text: string, minimum: number, maximum: number): number {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value) && value >= minimum && value <= maximum) return value;
  throw new CliFailure(2, {
    type: "option-out-of-range",
    message: `${option}: "${text}" is not a whole number from ${minimum} to ${maximum}.`,
    option,
    input: text,
    minimum,
    maximum,
  });
}

/** A number typed for an option, such as 0.05 or 5%, within its range. */
export function readNumberOption(option: string, text: string, minimum: number, maximum: number): number {
  const value = readLeverText(text);
  if (typeof value === "number" && Number.isFinite(value) && value >= minimum && value <= maximum)
    return value;
  throw new CliFailure(2, {
    type: "option-out-of-range",
    message: `${option}: "${text}" is not a number from ${minimum} to ${maximum}.`,
    option,
    input: text,
    minimum,
    maximum,
  });
}
