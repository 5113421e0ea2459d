import { findNearestName } from "../../core/plan/nearest-name";
import { CliFailure, suggest } from "../failures/cli-failure";

/**
 * A part of a path that names nothing, with the nearest name of those that
 * would; `alsoKnown` are other names for the same.
 */
export function failOnName(
  path: string,
  kind: "field" | "code" | "path",
  name: string,
  what: string,
  known: readonly string[],
  alsoKnown: readonly string[] = [],
): CliFailure {
  const nearest = findNearestName(name, [...known, ...alsoKnown]);
  const list = known.length === 0 ? "There are none yet." : `Known: ${known.join(", ")}.`;
  return new CliFailure(2, {
    type: `unknown-${kind}`,
    message: `${path}: there is no ${what} "${name}".${suggest(nearest)} ${list}`,
    path,
    name,
    nearest,
    known,
  });
}

/** Any other reason why a path or its value cannot be used. */
export const failOnPath = (path: string, type: string, sentence: string): CliFailure =>
  new CliFailure(2, { type, path, message: `${path}: ${sentence}` });
