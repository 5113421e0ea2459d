import { useCallback, useSyncExternalStore } from "react";
import { Store } from "../../session/store";
import type { Choices } from "./conflict-choices";

const NONE: Choices = new Map();

/** Kept outside the screen, so that a look at another screen loses no decision. */
const store = new Store<{ readonly about: string; readonly choices: Choices }>({ about: "", choices: NONE });

/** What was decided about the conflicts of one merge. */
export function useChoices(about: string): readonly [Choices, (choices: Choices) => void] {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const set = useCallback((choices: Choices) => store.set({ about, choices }), [about]);
  return [state.about === about ? state.choices : NONE, set];
}
