import { UNCERTAIN_PARTS, type UncertainPart } from "../../../../core/plan/uncertain-fields";
import type { Lever, LeverValues } from "../../../../core/scenario/lever";
import {
  type FactorChoice,
  findUsualRange,
  listDefaultLeverPaths,
  type PlanFactor,
} from "../../../../core/scenario/sensitivity/plan-factors";
import { neutralOf } from "../../../../core/scenario/uncertainty/plan-uncertainty";
import type { UncertaintySpec } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import type { Language } from "../../../i18n/language";
import { editableSignedPercent, readSignedPercent } from "../../../ui/read-signed-percent";
import { findChangeBounds } from "../certainty/uncertainty-draft";
import { isNumeric } from "../engine/lever-names";
import { editableLeverText, type LeverTextError, parseLeverText } from "../lever-text";

/** A factor as it is typed; an empty end is as usual. */
export interface FactorDraft {
  readonly kind: PlanFactor["kind"];
  /** Path of a lever, or what is uncertain. */
  readonly name: string;
  readonly isOn: boolean;
  readonly low: string;
  readonly high: string;
}

export type FactorProblem =
  | { readonly box: "low" | "high"; readonly type: "text"; readonly error: LeverTextError }
  | { readonly box: "low" | "high"; readonly type: "change-out-of-range"; readonly bounds: readonly number[] }
  | { readonly box: "high"; readonly type: "reversed" | "zero-width" }
  /** The other end is typed, and what is usual is nothing: 30 % to either side of 0. */
  | { readonly box: "low" | "high"; readonly type: "needs-end" };

/** The ends that stand where nothing is typed; null where only the plan's budget lines say them. */
export interface UsualEnds {
  readonly low: string | null;
  readonly high: string | null;
}

export interface ReadFactors {
  /** Those that take part; null where one cannot be read. */
  readonly choices: readonly FactorChoice[] | null;
  /** By name. */
  readonly problems: Readonly<Record<string, FactorProblem>>;
}

const isUncertain = (name: string): name is UncertainPart =>
  (UNCERTAIN_PARTS as readonly string[]).includes(name);

/** Whether a factor moves by steps that have their chances, so that nobody types its ends. */
export const isStepped = ({ kind, name }: Pick<FactorDraft, "kind" | "name">): boolean =>
  kind === "uncertain" && name === "grade";

const draftFactor = (kind: FactorDraft["kind"], name: string): FactorDraft => ({
  kind,
  name,
  isOn: true,
  low: "",
  high: "",
});

export const draftLeverFactor = (path: string): FactorDraft => draftFactor("lever", path);

/** The factors that take part unless somebody chooses: all that is uncertain (grades where the plan has any), and the levers of the council and the share. */
export function draftUsualFactors(
  levers: readonly Lever[],
  councilCode: string | undefined,
): readonly FactorDraft[] {
  const numeric = new Set(levers.filter(isNumeric).map(({ path }) => path));
  const hasGrades = levers.some(({ path }) => path === "evaluation.grade");
  return [
    ...UNCERTAIN_PARTS.filter((name) => name !== "grade" || hasGrades).map((name) =>
      draftFactor("uncertain", name),
    ),
    ...listDefaultLeverPaths(councilCode)
      .filter((path) => numeric.has(path))
      .map(draftLeverFactor),
  ];
}

interface Surroundings {
  readonly levers: readonly Lever[];
  readonly values: LeverValues;
  readonly spec: UncertaintySpec;
  readonly language: Language;
}

/** Between what a factor moves where nothing is typed, as it would be typed. */
export function findUsualEnds(
  { kind, name }: FactorDraft,
  { levers, values, spec }: Surroundings,
): UsualEnds {
  if (kind === "lever") {
    const lever = levers.find(({ path }) => path === name);
    const range = lever === undefined ? null : findUsualRange(lever, values);
    return lever === undefined || range === null
      ? { low: null, high: null }
      : { low: editableLeverText(lever, range.low), high: editableLeverText(lever, range.high) };
  }
  if (!isUncertain(name) || name === "costs" || name === "grade") return { low: null, high: null };
  const { low, high } = name === "ceilings" ? spec.ceilings.factor : spec[name];
  const show = (value: number) => editableSignedPercent(value - neutralOf(name));
  return { low: show(low), high: show(high) };
}

/** Reads the factors that are on. Levers that the plan does not have any more, and those with nothing to move, are passed over. */
export function readFactors(drafts: readonly FactorDraft[], surroundings: Surroundings): ReadFactors {
  const problems: Record<string, FactorProblem> = {};
  const choices = drafts.flatMap((draft): FactorChoice[] => {
    const { kind, name, isOn } = draft;
    if (!isOn) return [];
    const lever = surroundings.levers.find(({ path }) => path === name);
    if (kind === "lever" && lever === undefined) return [];
    const ends = readEnds(draft, lever, surroundings);
    if ("box" in ends) {
      problems[name] = ends;
      return [];
    }
    const movesNothing = lever !== undefined && findUsualEnds(draft, surroundings).low === null;
    return movesNothing && ends.low === null ? [] : [{ kind, name, ...ends }];
  });
  return { choices: Object.keys(problems).length === 0 ? choices : null, problems };
}

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

function readEnds(
  draft: FactorDraft,
  lever: Lever | undefined,
  surroundings: Surroundings,
): Ends | FactorProblem {
  const usual = findUsualEnds(draft, surroundings);
  const typed: { low: number | null; high: number | null } = { low: null, high: null };
  const standing: { low: number | null; high: number | null } = { low: null, high: null };
  for (const box of ["low", "high"] as const) {
    const text = draft[box].trim();
    const shown = text === "" ? usual[box] : text;
    if (shown === null) {
      const other = draft[box === "low" ? "high" : "low"].trim();
      if (lever !== undefined && other !== "") return { box, type: "needs-end" };
      continue;
    }
    const read =
      lever === undefined
        ? readChange(draft.name, box, shown)
        : readLever(lever, box, shown, surroundings.language);
    if (typeof read !== "number") return read;
    standing[box] = read;
    if (text !== "") typed[box] = read;
  }
  const { low, high } = standing;
  if (low !== null && high !== null && (typed.low !== null || typed.high !== null)) {
    if (low > high) return { box: "high", type: "reversed" };
    if (low === high) return { box: "high", type: "zero-width" };
  }
  return typed;
}

function readLever(lever: Lever, box: "low" | "high", text: string, language: Language) {
  const parsed = parseLeverText(lever, text, language);
  return parsed.ok ? parsed.value : ({ box, type: "text", error: parsed.error } as const);
}

function readChange(name: string, box: "low" | "high", text: string): number | FactorProblem {
  if (!isUncertain(name)) throw new Error(`readFactors: nothing called ${name} is uncertain`);
  const parsed = readSignedPercent(text);
  if (!parsed.ok) return { box, type: "text", error: parsed.error };
  const bounds = findChangeBounds(name);
  const [minimum, maximum] = bounds;
  if (parsed.value < minimum || parsed.value > maximum) return { box, type: "change-out-of-range", bounds };
  return Number((neutralOf(name) + parsed.value).toPrecision(12));
}
