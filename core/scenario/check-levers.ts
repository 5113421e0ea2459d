import { findNearestName } from "../plan/nearest-name";
import type { Result } from "../result";
import { err, ok } from "../result";
import { applyLevers } from "./apply-levers";
import type { CompiledPlan } from "./compiled-plan";
import type { Lever, LeverError, LeverValue, LeverValues } from "./lever";
import { listLevers } from "./list-levers";

/**
 * Checks lever values from outside (a scenario in a file, the command line).
 * Values that equal the plan are left out, unless another lever would change
 * what they keep: the path of a year's lever, or the size of a committee whose
 * officials are to stay.
 */
export function checkLevers(
  plan: CompiledPlan,
  values: Readonly<Record<string, unknown>>,
): Result<LeverValues, LeverError> {
  const levers = new Map(listLevers(plan).map((lever) => [lever.path, lever]));
  const checked: Record<string, LeverValue> = {};
  for (const [path, value] of Object.entries(values)) {
    const lever = levers.get(path);
    if (lever === undefined)
      return err({ type: "unknown-lever", path, nearest: findNearestName(path, [...levers.keys()]) });
    const result = checkValue(lever, value);
    if (!result.ok) return result;
    checked[path] = result.value;
  }
  const problem = findOverfilledCommittee(applyLevers(plan, checked));
  if (problem !== undefined) return err(problem);
  const wholePaths = new Set(Object.keys(checked));
  const isRedundant = ([path, value]: [string, LeverValue]) =>
    levers.get(path)?.planValue === value &&
    !isYearOfASetPath(path, wholePaths) &&
    !isWholePath(path) &&
    !isKeptAgainstGrowth(path, wholePaths);
  return ok(Object.fromEntries(Object.entries(checked).filter((entry) => !isRedundant(entry))));
}

function findOverfilledCommittee(applied: CompiledPlan): LeverError | undefined {
  for (const { code, sizes } of applied.committees) {
    const size = sizes.find(({ seats, officials }) => seats < officials);
    if (size !== undefined)
      return {
        type: "lever-seats-below-officials",
        path: `committee.${code}.seats`,
        seats: size.seats,
        officials: size.officials,
      };
  }
  return undefined;
}

const isYearOfASetPath = (path: string, set: ReadonlySet<string>) =>
  set.has(path.replace(/\.\d{4}$/, "")) && /\.\d{4}$/.test(path);

/** Officials that stay as planned although a new size would change them. */
const isKeptAgainstGrowth = (path: string, set: ReadonlySet<string>) =>
  /^committee\..+\.officials$/.test(path) &&
  ["seats", "newSeatsTo"].some((name) => set.has(path.replace(/officials$/, name)));

/** A path over all years: setting it to its mean makes it flat, which may differ from the plan. */
const isWholePath = (path: string) =>
  path === "decentralised.share" ||
  path === "evaluation.grade" ||
  /^(source\..+\.ceiling|resource\..+\.capacity)$/.test(path);

function checkValue(lever: Lever, value: unknown): Result<LeverValue, LeverError> {
  const { path, minimum, maximum, choices } = lever;
  const input = String(value);
  if (lever.kind === "choice")
    return typeof value === "string" && choices?.includes(value)
      ? ok(value)
      : err({ type: "lever-not-a-choice", path, choices: choices ?? [], input });
  if (lever.kind === "flag")
    return typeof value === "boolean"
      ? ok(value)
      : err({ type: "lever-not-a-choice", path, choices: ["true", "false"], input });
  const isWhole = lever.kind === "count" || lever.kind === "money";
  if (typeof value !== "number" || !Number.isFinite(value) || (isWhole && !Number.isInteger(value)))
    return err({ type: "lever-not-a-number", path, input });
  if (minimum !== undefined && maximum !== undefined && (value < minimum || value > maximum))
    return err({ type: "lever-out-of-range", path, minimum, maximum, value });
  return ok(value);
}

/**
 * Reads the value of a lever as people type it: `50`, `5%`, `0.05`, `true`.
 * What cannot be read is passed on as text, so that `checkLevers` refuses it.
 */
export function readLeverText(text: string): LeverValue {
  const trimmed = text.trim();
  if (trimmed === "true" || trimmed === "false") return trimmed === "true";
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)$/i.exec(trimmed.replaceAll(",", ""));
  if (match === null) return trimmed;
  // 99.9 / 100 is .9990000000000001: the point is moved in the text.
  return match[2] === "%" ? shiftPoint(match[1] ?? "") : Number(match[1]);
}

function shiftPoint(text: string): number {
  const [digits, exponent = "0"] = text.toLowerCase().split("e");
  return Number(`${digits}e${Number(exponent) - 2}`);
}
