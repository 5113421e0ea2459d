import { isAbsolute, resolve } from "node:path";

/**
 * The plan named on a command line, as an absolute path: the last argument
 * that ends in `.civplan`. Switches, Electron's own included, are passed over.
 */
export function findPlanArgument(commandLine: readonly string[], workingFolder: string): string | null {
  const named = commandLine.filter((arg) => !arg.startsWith("-") && /\.civplan$/i.test(arg)).at(-1);
  if (named === undefined) return null;
  return isAbsolute(named) ? named : resolve(workingFolder, named);
}
