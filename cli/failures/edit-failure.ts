import type { EditError } from "../../core/plan/edit-error";
import { CliFailure } from "./cli-failure";
import { ratioHint } from "./lever-failure";

/** Why the plan refused an edit, in words. `path` is what the person typed. */
export const failToEdit = (path: string, error: EditError): CliFailure =>
  new CliFailure(2, { ...error, path, message: `${path}: ${describe(error)}. Nothing was changed.` });

function describe(error: EditError): string {
  switch (error.type) {
    case "not-a-number":
      return Number.isFinite(Number(error.input)) && error.input.trim() !== ""
        ? `${error.input} is not a whole number`
        : `"${error.input}" is not a number`;
    case "out-of-range":
      return error.value < 0 && error.minimum === 0
        ? `${error.value} is below 0`
        : `${error.value} is outside ${error.minimum} to ${error.maximum}${ratioHint(error.maximum)}`;
    case "not-a-choice":
      return `"${error.input}" is none of ${error.choices.join(", ")}`;
    case "wrong-kind":
      return "the value does not fit here";
    case "unknown-field":
    case "key-field":
      return `${error.field} cannot be set`;
    case "unknown-row":
      return "there is no such row";
    case "row-exists":
      return "there is such a row already";
    case "not-in-conflict":
      return "this conflict is settled already";
    case "dependency-circle":
      return `the tasks would wait for each other in a circle: ${describeCircle(error.tasks)}`;
    case "nothing-changed":
      return "the plan says so already";
    default:
      return describeRowRule(error);
  }
}

/** Who waits for whom, all the way round. */
const describeCircle = (tasks: readonly string[]): string =>
  tasks.map((task, index) => `${task} waits for ${tasks[(index + 1) % tasks.length]}`).join(", ");

/** A rule between cells of one row that is broken; also used for what a file says. */
export function describeRowRule(error: EditError): string {
  switch (error.type) {
    case "end-before-start":
      return `the end (${error.endYear}) would come before the start (${error.startYear})`;
    case "horizon-reversed":
      return `the last year (${error.lastYear}) would come before the first (${error.firstYear})`;
    case "seats-below-officials":
      return `${error.seats} seats are fewer than the ${error.officials} officials`;
    case "range-reversed":
      return `low (${error.lowWon}), likely (${error.likelyWon}) and high (${error.highWon}) must not decrease`;
    case "empty-name":
      return "a name is needed";
    case "assumption-reversed":
      return `what is uncertain about ${error.part}: low, likely and high must not decrease`;
    case "chances-above-one":
      return "the chances of a lower and a higher grade may not exceed 100 % together";
    default:
      return `the rule ${error.type} is broken`;
  }
}
