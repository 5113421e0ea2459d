import type { Lever, LeverValue, LeverValues } from "../../../core/scenario/lever";

/** What a lever stands at. */
export const currentValue = (lever: Lever, levers: LeverValues): LeverValue =>
  levers[lever.path] ?? lever.planValue;

/** Levers over all years: their plan value is a mean, so setting it makes the path flat and is a change. */
const coversAllYears = (path: string) => path === "decentralised.share" || /^source\..+\.ceiling$/.test(path);

/** The levers with one of them moved; a lever that is back at the plan's value is left out. */
export function moveLever(levers: LeverValues, lever: Lever, value: LeverValue): LeverValues {
  const isBack =
    value === lever.planValue && !coversAllYears(lever.path) && !isYearOfAMovedPath(levers, lever);
  return isBack ? resetLever(levers, lever.path) : { ...levers, [lever.path]: value };
}

export function resetLever(levers: LeverValues, path: string): LeverValues {
  const { [path]: _removed, ...others } = levers;
  return others;
}

/** A year set to its plan value still differs when the whole path was moved. */
const isYearOfAMovedPath = (levers: LeverValues, { path }: Lever) =>
  /\.\d{4}$/.test(path) && levers[path.replace(/\.\d{4}$/, "")] !== undefined;
