import { existsSync, readFileSync } from "node:fs";

/** Details of a run that say nothing about what comes of it. */
const IGNORED = new Set(["evaluatedAt"]);

/**
 * Whether a sweep's file is there and whole (it is written atomically), and was
 * made by the same version from the same plan with the same levers, axes, draws,
 * seed and part.
 */
export function isSameSweep(output: string, run: Readonly<Record<string, unknown>>): boolean {
  const isJson = output.toLowerCase().endsWith(".json");
  const described = isJson ? output : `${output}.run.json`;
  if (!existsSync(output) || !existsSync(described)) return false;
  try {
    const found: unknown = JSON.parse(readFileSync(described, "utf8"));
    const before =
      isJson && typeof found === "object" && found !== null && "run" in found ? found.run : found;
    return identify(before) === identify(JSON.parse(JSON.stringify(run)));
  } catch {
    return false;
  }
}

const identify = (run: unknown): string =>
  JSON.stringify(run, (key, value: unknown) => (IGNORED.has(key) ? undefined : value));
