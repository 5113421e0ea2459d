import { useMemo } from "react";
import { useWhatIf } from "../../session/what-if";
import { useAfterPaint } from "../../ui/use-after-paint";
import { useStable } from "../../ui/use-stable";
import type { CommitteePlan, CommitteeRow } from "./committee-plan";
import { PowerPanel } from "./power-panel";
import { type PresenceGroup, PresencePanel } from "./presence-panel";
import { CostPanel, QuorumPanel } from "./rule-panels";
import { computeSizeCurves, readCurveInputs } from "./size-curves";
import { TalkPanel } from "./talk-panel";

interface SizeEffectsPanelsProps {
  readonly committee: CommitteeRow;
  readonly plan: CommitteePlan;
}

/** What size and composition do, as small multiples over the number of seats. */
export function SizeEffectsPanels({ committee, plan }: SizeEffectsPanelsProps) {
  const [{ levers }] = useWhatIf();
  // What was typed is on screen at once; the charts follow.
  const inputs = useAfterPaint(useStable(readCurveInputs(committee, levers)));
  const curves = useMemo(() => (inputs === null ? null : computeSizeCurves(inputs)), [inputs]);
  const groups = useStable(listGroups(committee.id, plan));
  if (curves === null) return null;
  return (
    <>
      <PresencePanel groups={groups} curves={curves} />
      <QuorumPanel curves={curves} />
      <PowerPanel curves={curves} />
      <CostPanel curves={curves} />
      <TalkPanel officialHours={committee.row.officialHours} curves={curves} />
    </>
  );
}

const listGroups = (
  committeeId: string,
  { residentGroup, reservedSeats }: CommitteePlan,
): readonly PresenceGroup[] =>
  residentGroup.map(({ id, title, populationRatio }) => ({
    id,
    title,
    populationRatio,
    reservedSeats:
      reservedSeats.find((row) => row.committeeId === committeeId && row.groupId === id)?.seats ?? 0,
  }));
