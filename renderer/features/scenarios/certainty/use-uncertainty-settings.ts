import type { TFunction } from "i18next";
import { useMemo } from "react";
import type { SamplingMethod } from "../../../../core/scenario/sampling/normal-draws";
import { DEFAULT_UNCERTAINTY } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import type { Language } from "../../../i18n/language";
import { useKept } from "../../../session/use-kept";
import { readWhole } from "../engine/read-whole";
import {
  draftUncertainty,
  type ReadUncertainty,
  readUncertainty,
  type UncertaintyDraft,
} from "./uncertainty-draft";

/** How scenarios are simulated, wherever they are: on this screen, in sweeps, when they are compared. */
export interface UncertaintySettings {
  readonly isOn: boolean;
  readonly draws: string;
  readonly method: SamplingMethod;
  readonly seed: number;
  /** What is uncertain, and how much. */
  readonly assumptions: UncertaintyDraft;
}

export const USUAL_ASSUMPTIONS = draftUncertainty(DEFAULT_UNCERTAINTY);

const INITIAL: UncertaintySettings = {
  isOn: false,
  draws: "10,000",
  method: "latin-hypercube",
  seed: 1,
  assumptions: USUAL_ASSUMPTIONS,
};
const LEAST_DRAWS = 100;
const MOST_DRAWS = 1_000_000;

export interface KeptUncertainty extends ReadUncertainty {
  readonly settings: UncertaintySettings;
  readonly onChange: (settings: UncertaintySettings) => void;
  /** How many draws; null where that cannot be read. */
  readonly draws: number | null;
  /** Why the number of draws cannot be; null where it can. */
  readonly drawsProblem: string | null;
  readonly isUsual: boolean;
}

/** The settings as they are typed and as they are read; kept while the plan is open. */
export function useUncertaintySettings(t: TFunction, language: Language): KeptUncertainty {
  const [settings, onChange] = useKept("certainty", INITIAL);
  const { assumptions } = settings;
  const read = useMemo(() => readUncertainty(assumptions), [assumptions]);
  const draws = readWhole(settings.draws, LEAST_DRAWS, MOST_DRAWS, t, language);
  return {
    ...read,
    settings,
    onChange,
    draws: draws.value,
    drawsProblem: draws.problem,
    isUsual: JSON.stringify(read.spec) === JSON.stringify(USUAL_SPEC),
  };
}

const USUAL_SPEC = readUncertainty(USUAL_ASSUMPTIONS).spec;
