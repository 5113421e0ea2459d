import type { PlanVersion } from "./plan-version";

/** What a copy of a plan is to ours. */
export interface CopyRelation {
  /**
   * `older`: all that it holds is in ours, which holds more; `newer`: it holds all of
   * ours and more; `diverged`: each has changes that the other lacks.
   */
  readonly kind: "same" | "older" | "newer" | "diverged";
  /** Numbers of changes. */
  readonly shared: number;
  readonly onlyInOurs: number;
  readonly onlyInTheirs: number;
}

/** Compares two states of one plan by the changes that are in them, whatever their clocks say. */
export function relateVersions(ours: PlanVersion, theirs: PlanVersion): CopyRelation {
  let [shared, onlyInOurs, onlyInTheirs] = [0, 0, 0];
  for (const actorId of new Set([...ours.keys(), ...theirs.keys()])) {
    const [our, their] = [ours.get(actorId) ?? 0, theirs.get(actorId) ?? 0];
    shared += Math.min(our, their);
    onlyInOurs += Math.max(0, our - their);
    onlyInTheirs += Math.max(0, their - our);
  }
  const kind = onlyInTheirs > 0 ? (onlyInOurs > 0 ? "diverged" : "newer") : onlyInOurs > 0 ? "older" : "same";
  return { kind, shared, onlyInOurs, onlyInTheirs };
}
