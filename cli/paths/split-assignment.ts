import { CliFailure } from "../failures/cli-failure";

export interface Assignment {
  readonly path: string;
  readonly text: string;
}

/** `committee.COUNCIL.seats=50` in its two parts; the value may hold further equals signs. */
export function splitAssignment(
  assignment: string,
  form: "LEVER=VALUE" | "PATH=VALUE" | "KEY=VALUE",
): Assignment {
  const at = assignment.indexOf("=");
  const path = assignment.slice(0, Math.max(0, at)).trim();
  if (path === "")
    throw new CliFailure(2, {
      type: "not-an-assignment",
      message: `"${assignment}" is not of the form ${form}.`,
    });
  return { path, text: assignment.slice(at + 1) };
}
