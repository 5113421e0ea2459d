import { useCallback, useSyncExternalStore } from "react";
import { Store } from "./store";
import { useOpenDocument } from "./use-plan-session";

interface Kept {
  readonly documentKey: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const store = new Store<Kept>({ documentKey: "", values: {} });

/** Like `useState`, but kept under a name while the plan is open: another tab or screen in between loses nothing. */
export function useKept<T>(name: string, initial: T): readonly [T, (value: T) => void] {
  const { documentKey } = useOpenDocument();
  const kept = useSyncExternalStore(store.subscribe, store.get);
  const set = useCallback(
    (value: T) => {
      const { documentKey: keptKey, values } = store.get();
      store.set({ documentKey, values: { ...(keptKey === documentKey ? values : {}), [name]: value } });
    },
    [documentKey, name],
  );
  const isKept = kept.documentKey === documentKey && name in kept.values;
  // Each name is used with one type.
  return [isKept ? (kept.values[name] as T) : initial, set];
}
