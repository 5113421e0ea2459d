import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { LeverValues } from "../../core/scenario/lever";
import type { ScenarioSummary } from "../engine/plan-api";
import { HeldStep } from "../ui/held-step";
import { type Outcomes, useOutcomeAhead, useOutcomes, useScenarios } from "./plan-queries";
import { Store } from "./store";
import { useOpenDocument } from "./use-plan-session";

/** What is being tried out: the saved scenario that it started from (null: the plan itself) and the levers as they stand. */
export interface WhatIf {
  readonly scenarioId: string | null;
  readonly levers: LeverValues;
}

const NO_LEVERS: LeverValues = {};
const NOTHING: WhatIf = { scenarioId: null, levers: NO_LEVERS };

interface StoredWhatIf {
  readonly documentKey: string;
  readonly whatIf: WhatIf;
  /** What the saved scenario set when the levers were moved last. */
  readonly savedLevers: LeverValues;
}

/** Kept outside the screens, so that a look at another screen loses nothing; forgotten with the plan. */
const store = new Store<StoredWhatIf>({ documentKey: "", whatIf: NOTHING, savedLevers: NO_LEVERS });

/** A lever moves with its figures; when these take longer than two frames it moves ahead of them. */
const moving = new HeldStep(34);

/**
 * The active what-if, under which every screen shows its figures, and how to
 * choose another. While no lever stands elsewhere than saved it follows the
 * saved scenario, whoever changes that: an edit of the one that it builds on,
 * undo, a merge.
 */
export function useWhatIf(): readonly [WhatIf, (next: WhatIf) => void] {
  const { documentKey } = useOpenDocument();
  const { data: scenarios } = useScenarios();
  const current = useSyncExternalStore(store.subscribe, store.get);
  const computeAhead = useOutcomeAhead();
  const set = useCallback(
    (whatIf: WhatIf) => {
      const savedLevers = findLevers(scenarios, whatIf.scenarioId) ?? whatIf.levers;
      moving.hold(computeAhead(whatIf.levers), () => store.set({ documentKey, whatIf, savedLevers }));
    },
    [documentKey, scenarios, computeAhead],
  );
  const stored = current.documentKey === documentKey ? current.whatIf : NOTHING;
  const saved = findLevers(scenarios, stored.scenarioId);
  const isFollowing = saved !== undefined && areSameLevers(stored.levers, current.savedLevers);
  const levers = isFollowing && !areSameLevers(stored.levers, saved) ? saved : stored.levers;
  const whatIf = useMemo(
    () => (levers === stored.levers ? stored : { scenarioId: stored.scenarioId, levers }),
    [stored, levers],
  );
  return [whatIf, set];
}

/** The levers of a saved scenario, or of the plan itself; undefined for one that is not there. */
function findLevers(
  scenarios: readonly ScenarioSummary[] | undefined,
  scenarioId: string | null,
): LeverValues | undefined {
  if (scenarioId === null) return NO_LEVERS;
  return scenarios?.find(({ id }) => id === scenarioId)?.levers;
}

/**
 * Base and active scenario side by side, for a screen's figures. `scenario` is
 * the base itself while nothing is being tried. The figures stay until those
 * for the latest values are there.
 */
export function useActiveOutcomes(): Outcomes {
  const [{ levers }] = useWhatIf();
  return useOutcomes(levers);
}

export interface ActiveScenario {
  /** The saved scenario that is tried; null for the plan itself (also when the saved one was deleted). */
  readonly scenario: ScenarioSummary | null;
  /** Levers stand elsewhere than saved. */
  readonly isModified: boolean;
  /** The figures are not those of the plan itself. */
  readonly isWhatIf: boolean;
}

/** What the active what-if is called and whether it is saved. */
export function useActiveScenario(): ActiveScenario {
  const [{ scenarioId, levers }] = useWhatIf();
  const { data: scenarios } = useScenarios();
  const scenario = scenarios?.find(({ id }) => id === scenarioId) ?? null;
  return {
    scenario,
    isModified: scenarios !== undefined && !areSameLevers(levers, scenario?.levers ?? NO_LEVERS),
    isWhatIf: Object.keys(levers).length > 0,
  };
}

export function areSameLevers(a: LeverValues, b: LeverValues): boolean {
  const paths = Object.keys(a);
  return paths.length === Object.keys(b).length && paths.every((path) => a[path] === b[path]);
}
