import { useMemo } from "react";
import { useWhatIf } from "../../session/what-if";
import type { CommitteePlan, CommitteeRow } from "./committee-plan";
import { PowerPanel } from "./power-panel";
import { PresencePanel } from "./presence-panel";
import { CostPanel, QuorumPanel } from "./rule-panels";
import { computeSizeCurves } from "./size-curves";
import { TalkPanel } from "./talk-panel";

interface SizeEffectsPanelsProps {
  readonly committee: CommitteeRow;
  readonly plan: CommitteePlan;
}

/** What size and composition do, as small multiples over the number of seats. */
export function SizeEffectsPanels({ committee, plan }: SizeEffectsPanelsProps) {
  const [{ levers }] = useWhatIf();
  const curves = useMemo(() => computeSizeCurves(committee, levers), [committee, levers]);
  if (curves === null) return null;
  return (
    <>
      <PresencePanel committee={committee} plan={plan} curves={curves} />
      <QuorumPanel curves={curves} />
      <PowerPanel curves={curves} />
      <CostPanel curves={curves} />
      <TalkPanel committee={committee} curves={curves} />
    </>
  );
}
