import { useCallback, useSyncExternalStore } from "react";
import type { LeverValues } from "../../../core/scenario/lever";
import { Store } from "../../session/store";
import { useOpenDocument } from "../../session/use-plan-session";

/** What is being tried out: the saved scenario that it started from (null: the plan itself) and the levers as they stand. */
export interface WhatIf {
  readonly scenarioId: string | null;
  readonly levers: LeverValues;
}

const NOTHING: WhatIf = { scenarioId: null, levers: {} };

/** Kept outside the screen, so that a look at another screen loses nothing; forgotten with the plan. */
const store = new Store<{ readonly documentKey: string; readonly whatIf: WhatIf }>({
  documentKey: "",
  whatIf: NOTHING,
});

export function useWhatIf(): readonly [WhatIf, (next: WhatIf) => void] {
  const { documentKey } = useOpenDocument();
  const current = useSyncExternalStore(store.subscribe, store.get);
  const set = useCallback((whatIf: WhatIf) => store.set({ documentKey, whatIf }), [documentKey]);
  return [current.documentKey === documentKey ? current.whatIf : NOTHING, set];
}
