import type { MergeError } from "../../core/planfile/merge-logs";
import { CliFailure } from "./cli-failure";

/** Why two files were not merged, in words and as an exit code. Neither was changed. */
export function failToMerge(ours: string, theirs: string, error: MergeError): CliFailure {
  if (error.type === "other-plan")
    return new CliFailure(6, {
      ...error,
      message: `${theirs} is another plan than ${ours}, so there is no common history to merge. Nothing was written; "civplan diff" compares them.`,
    });
  return new CliFailure(6, {
    ...error,
    message: `${theirs} contradicts ${ours}: ${describe(error)}. Nothing was written; ask the sender for a copy that Civplan saved.`,
  });
}

function describe(error: Exclude<MergeError, { type: "other-plan" }>): string {
  switch (error.type) {
    case "change-differs":
      return `the change ${error.changeId} says different things in the two files`;
    case "actor-differs":
      return `the editing session ${error.actorId} belongs to different people in the two files`;
    case "sequence-broken":
      return `change ${error.seq} of the editing session ${error.actorId} is missing or is there twice`;
  }
}
