import { hybridTimeToMs } from "../../core/planfile/hybrid-clock";
import type { PlanDocument } from "../../core/planfile/plan-document";
import type { MergePreview, MergeSide } from "./merge-api";
import { showHistory } from "./show-history";

type Side = Pick<PlanDocument, "folded" | "tables">;

/** Who did what since two files were the same. */
export function summariseSides(
  ours: Side,
  theirs: Side,
): Pick<MergePreview, "partedAtMs" | "ours" | "theirs"> {
  const isKnownTo = (side: Side) => (changeId: string) => side.folded.index.numberOf(changeId) !== undefined;
  const shared = ours.folded.index.changes.filter(({ id }) => isKnownTo(theirs)(id));
  const partedAtMs = shared.reduce<number | null>((latest, { hlc }) => {
    const atMs = hybridTimeToMs(hlc);
    return latest === null || atMs > latest ? atMs : latest;
  }, null);
  return {
    partedAtMs,
    ours: summariseSide(ours, isKnownTo(theirs)),
    theirs: summariseSide(theirs, isKnownTo(ours)),
  };
}

function summariseSide(side: Side, isShared: (changeId: string) => boolean): MergeSide {
  const lines = showHistory(side, {}, (changeId) => !isShared(changeId));
  const people = new Map<string, { personId: string; personName: string; changes: number }>();
  for (const { personId, personName } of lines) {
    const person = people.get(personId) ?? { personId, personName, changes: 0 };
    person.changes += 1;
    people.set(personId, person);
  }
  return { people: [...people.values()].sort((a, b) => b.changes - a.changes), lines };
}
