/** Finds a lever's words by its path; undefined where the plan has no such lever any more. */
export type FindLeverName = (path: string) => string | undefined;

/** What stands between a scenario's title and the path of its lever in the name of a row. */
const SEPARATOR = " · ";

/** `Fifty seats · committee.COUNCIL.seats` with the lever by its name; any other name of a row as it is. */
export function sayLeverPath(rowName: string, findName: FindLeverName): string {
  const at = rowName.lastIndexOf(SEPARATOR);
  if (at < 0) return rowName;
  const name = findName(rowName.slice(at + SEPARATOR.length));
  return name === undefined ? rowName : `${rowName.slice(0, at)}${SEPARATOR}${name}`;
}
