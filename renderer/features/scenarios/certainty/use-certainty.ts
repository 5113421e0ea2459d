import type { TFunction } from "i18next";
import { useRef } from "react";
import type { Result } from "../../../../core/result";
import type { LeverValues } from "../../../../core/scenario/lever";
import type { SamplingMethod } from "../../../../core/scenario/sampling/normal-draws";
import type { DrawsSummary } from "../../../../core/scenario/uncertainty/summarise-draws";
import type { DrawsWork, LongRefusal } from "../../../engine/compute-job";
import type { Language } from "../../../i18n/language";
import { type Job, useJob } from "../../../session/use-job";
import { useKept } from "../../../session/use-kept";
import { readWhole } from "../engine/read-whole";

/** How the scenario is simulated. */
export interface CertaintySettings {
  readonly isOn: boolean;
  readonly draws: string;
  readonly method: SamplingMethod;
  readonly seed: number;
}

const INITIAL: CertaintySettings = { isOn: false, draws: "10,000", method: "latin-hypercube", seed: 1 };
const LEAST_DRAWS = 100;
const MOST_DRAWS = 1_000_000;

export interface Certainty {
  readonly settings: CertaintySettings;
  readonly onChange: (settings: CertaintySettings) => void;
  /** Why the number of draws cannot be; null where it can. */
  readonly problem: string | null;
  readonly job: Job<Result<DrawsSummary, LongRefusal>>;
  /** What the draws come to, or the first of them; null while uncertainty is off. */
  readonly summary: DrawsSummary | null;
}

/** The simulation of a scenario, while it is switched on. */
export function useCertainty(levers: LeverValues, t: TFunction, language: Language): Certainty {
  const [settings, onChange] = useKept("certainty", INITIAL);
  const { isOn, method, seed } = settings;
  const draws = readWhole(settings.draws, LEAST_DRAWS, MOST_DRAWS, t, language);
  const work: DrawsWork | null =
    isOn && draws.value !== null ? { kind: "draws", levers, method, draws: draws.value, seed } : null;
  const job = useJob("draws", work, { isAutomatic: true });
  const current = isOn && job.isCurrent && job.answer?.ok ? job.answer.value : null;
  // While a lever moves, the last ranges stay until the next are there; switched off, they are forgotten.
  const kept = useRef(current);
  if (current !== null || !isOn) kept.current = current;
  return { settings, onChange, problem: draws.problem, job, summary: kept.current };
}
