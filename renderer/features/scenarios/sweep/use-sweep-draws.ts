import type { TFunction } from "i18next";
import type { SweepWork } from "../../../engine/compute-job";
import type { Language } from "../../../i18n/language";
import { useKept } from "../../../session/use-kept";
import { useUncertaintySettings } from "../certainty/use-uncertainty-settings";
import { readWhole } from "../engine/read-whole";
import type { SweepView } from "./heatmap-grid";

const LEAST_DRAWS = 50;
const MOST_DRAWS = 10_000;

export interface SweepDraws {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Why the draws cannot be; null where they can. */
  readonly problem: string | null;
  /** Null while cells are not simulated. */
  readonly simulation: NonNullable<SweepWork["simulation"]> | null;
  readonly view: SweepView;
  readonly onView: (view: SweepView) => void;
  /** Null where chance plays no part. */
  readonly seeded: { readonly seed: number; readonly onSeed: (seed: number) => void } | null;
}

/** How many draws each cell of a sweep gets, with the settings of the Results tab; nothing typed is none. */
export function useSweepDraws(t: TFunction, language: Language): SweepDraws {
  const [text, onText] = useKept("sweep draws", "");
  const [view, onView] = useKept<SweepView>("sweep view", "p50");
  const { settings, isBroken, onChange } = useUncertaintySettings(t, language);
  const { method, seed } = settings;
  const isNone = text.trim() === "";
  const draws = isNone
    ? { value: null, problem: null }
    : readWhole(text, LEAST_DRAWS, MOST_DRAWS, t, language);
  return {
    text,
    onText,
    problem: !isNone && isBroken ? t("engine.factors.refused.assumptions") : draws.problem,
    simulation: draws.value === null || isBroken ? null : { method, seed, draws: draws.value },
    view,
    onView,
    seeded: method === "sobol" ? null : { seed, onSeed: (next) => onChange({ ...settings, seed: next }) },
  };
}
