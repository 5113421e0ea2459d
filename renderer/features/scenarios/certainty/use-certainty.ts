import type { TFunction } from "i18next";
import { useRef } from "react";
import type { Result } from "../../../../core/result";
import type { LeverValues } from "../../../../core/scenario/lever";
import type { DrawsSummary } from "../../../../core/scenario/uncertainty/summarise-draws";
import type { DrawsWork, LongRefusal } from "../../../engine/compute-job";
import type { Language } from "../../../i18n/language";
import { type Job, useJob } from "../../../session/use-job";
import { type KeptUncertainty, useUncertaintySettings } from "./use-uncertainty-settings";

export interface Certainty extends KeptUncertainty {
  readonly job: Job<Result<DrawsSummary, LongRefusal>>;
  /** What the draws come to, or the first of them; null while uncertainty is off. */
  readonly summary: DrawsSummary | null;
}

/** The simulation of a scenario, while it is switched on. */
export function useCertainty(levers: LeverValues, t: TFunction, language: Language): Certainty {
  const kept = useUncertaintySettings(t, language);
  const { isOn, method, seed } = kept.settings;
  const { draws, spec } = kept;
  const work: DrawsWork | null =
    isOn && draws !== null && spec !== null ? { kind: "draws", levers, method, draws, seed } : null;
  const job = useJob("draws", work, { isAutomatic: true });
  const current = isOn && job.isCurrent && job.answer?.ok ? job.answer.value : null;
  // While a lever moves, the last ranges stay until the next are there; switched off, they are forgotten.
  const last = useRef(current);
  if (current !== null || !isOn) last.current = current;
  return { ...kept, job, summary: last.current };
}
