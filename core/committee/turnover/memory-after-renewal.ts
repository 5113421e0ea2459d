import { requireAtLeast, requireInteger, requireRatio } from "../preconditions";

/**
 * The part of a council that has served before when one of `cohorts` equal
 * cohorts is renewed: (1/c) Σ_{j=1}^{c−1} (1 − d)^{jT/c}, for terms of
 * `termYears` and a yearly drop-out `dropoutRatio`. One cohort keeps no memory.
 * Bartholomew, Forbes & McClean 1991.
 */
export function computeMemoryAfterRenewal(cohorts: number, termYears: number, dropoutRatio: number): number {
  requireInteger("computeMemoryAfterRenewal", "cohorts", cohorts, 1);
  requireAtLeast("computeMemoryAfterRenewal", "termYears", termYears, 0);
  requireRatio("computeMemoryAfterRenewal", "dropoutRatio", dropoutRatio);
  let sum = 0;
  for (let j = 1; j < cohorts; j += 1) sum += (1 - dropoutRatio) ** ((j * termYears) / cohorts);
  return sum / cohorts;
}
