import type { TFunction } from "i18next";
import { useMemo } from "react";
import type { Row } from "../../../../core/plan/entities";
import type { SamplingMethod } from "../../../../core/scenario/sampling/normal-draws";
import { readUncertaintyOfRow } from "../../../../core/scenario/uncertainty/plan-uncertainty";
import type { UncertaintySpec } from "../../../../core/scenario/uncertainty/uncertainty-spec";
import type { Language } from "../../../i18n/language";
import { useRows } from "../../../session/plan-queries";
import { useKept } from "../../../session/use-kept";
import { readWhole } from "../engine/read-whole";
import { pickChangedCells, USUAL_CELLS } from "./uncertainty-draft";

/** How scenarios are simulated, wherever they are: on this screen, in sweeps, when they are compared. */
export interface UncertaintySettings {
  readonly isOn: boolean;
  readonly draws: string;
  readonly method: SamplingMethod;
  readonly seed: number;
}

const INITIAL: UncertaintySettings = {
  isOn: false,
  draws: "10,000",
  method: "latin-hypercube",
  seed: 1,
};

/** Kept while the plan is open. */
export const useSimulationSettings = () => useKept("certainty", INITIAL);

const LEAST_DRAWS = 100;
const MOST_DRAWS = 1_000_000;

export interface KeptUncertainty {
  /** Kept while the plan is open. */
  readonly settings: UncertaintySettings;
  readonly onChange: (settings: UncertaintySettings) => void;
  /** How many draws; null where that cannot be read. */
  readonly draws: number | null;
  /** Why the number of draws cannot be; null where it can. */
  readonly drawsProblem: string | null;
  /** The plan's own row, which says what is uncertain and how much; null until it is there. */
  readonly plan: Row<"plan"> | null;
  /** Null until it is there, and where it does not fit together. */
  readonly spec: UncertaintySpec | null;
  /** What the plan says is uncertain does not fit together, so that nothing can be drawn. */
  readonly isBroken: boolean;
  /** Nobody has said otherwise. */
  readonly isUsual: boolean;
}

/** How to simulate, and what the plan says is uncertain. */
export function useUncertaintySettings(t: TFunction, language: Language): KeptUncertainty {
  const [settings, onChange] = useSimulationSettings();
  const { data } = useRows("plan");
  const plan = data?.plan[0] ?? null;
  const read = useMemo(() => (plan === null ? null : readUncertaintyOfRow(plan)), [plan]);
  const draws = readWhole(settings.draws, LEAST_DRAWS, MOST_DRAWS, t, language);
  const isBroken = read !== null && read.broken.length > 0;
  return {
    settings,
    onChange,
    draws: draws.value,
    drawsProblem: draws.problem,
    plan,
    spec: read === null || isBroken ? null : read.spec,
    isBroken,
    isUsual: plan === null || Object.keys(pickChangedCells(plan, USUAL_CELLS)).length === 0,
  };
}
