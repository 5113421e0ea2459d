import { useSyncExternalStore } from "react";
import type { RowFilter } from "./history-queries";
import { Store } from "./store";
import { useOpenDocument } from "./use-plan-session";

/** Kept outside the History screen, so that other screens can lead to a row's history. */
const store = new Store<{
  readonly documentKey: string;
  readonly only: RowFilter | null;
  readonly name: string;
}>({
  documentKey: "",
  only: null,
  name: "",
});

/** The row that the history is about (null: the whole plan), and how to choose it. */
export function useHistoryFilter() {
  const { documentKey } = useOpenDocument();
  const state = useSyncExternalStore(store.subscribe, store.get);
  const isOfThis = state.documentKey === documentKey;
  return {
    only: isOfThis ? state.only : null,
    name: state.name,
    show: (only: RowFilter | null, name = "") => store.set({ documentKey, only, name }),
  };
}
