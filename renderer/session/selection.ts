import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { EntityName } from "../../core/plan/entities";
import { Store } from "./store";
import { useOpenDocument } from "./use-plan-session";

/** A cell or row that a screen has in focus; `field` is null for a row as a whole. */
export interface Selection {
  readonly entity: EntityName;
  readonly rowId: string;
  readonly field: string | null;
}

interface SelectionState {
  readonly documentKey: string;
  readonly selection: Selection | null;
  /** Counts requests to show the selection where it stands, as by a click in the problems list. */
  readonly revealCount: number;
}

/** One for the page: what was selected last, whatever screen shows it. */
const store = new Store<SelectionState>({ documentKey: "", selection: null, revealCount: 0 });

/** What is selected, and how a screen tells what it has in focus. */
export function useSelection(): readonly [Selection | null, (next: Selection | null) => void] {
  const { documentKey } = useOpenDocument();
  const state = useSyncExternalStore(store.subscribe, store.get);
  const select = useCallback(
    (selection: Selection | null) => {
      const current = store.get();
      if (isSame(current.documentKey === documentKey ? current.selection : null, selection)) return;
      store.set({ ...current, documentKey, selection });
    },
    [documentKey],
  );
  return [state.documentKey === documentKey ? state.selection : null, select];
}

/** Selects a cell and asks the screen that has it to scroll there. */
export function useReveal(): (selection: Selection) => void {
  const { documentKey } = useOpenDocument();
  return useCallback(
    (selection) => {
      store.set({ documentKey, selection, revealCount: store.get().revealCount + 1 });
    },
    [documentKey],
  );
}

let shownRevealCount = 0;

/**
 * Calls `show` for each request to reveal a cell, also for one that came just
 * before the screen was there. `show` answers whether the screen has the cell;
 * until then the request stays open (rows may still be loading).
 */
export function useRevealed(show: (selection: Selection) => boolean): void {
  const { documentKey } = useOpenDocument();
  const state = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    if (state.documentKey !== documentKey || state.selection === null) return;
    if (state.revealCount === shownRevealCount) return;
    if (show(state.selection)) shownRevealCount = state.revealCount;
  });
}

const isSame = (a: Selection | null, b: Selection | null) =>
  a === b || (a?.entity === b?.entity && a?.rowId === b?.rowId && a?.field === b?.field);
