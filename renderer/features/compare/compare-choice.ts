import { useCallback, useSyncExternalStore } from "react";
import type { LeverValues } from "../../../core/scenario/lever";
import type { ScenarioSummary } from "../../engine/plan-api";
import { Store } from "../../session/store";
import { useOpenDocument } from "../../session/use-plan-session";

export const MIN_COMPARED = 2;
export const MAX_COMPARED = 6;

/** The plan itself, and the levers that are being tried. Saved scenarios have their ids. */
export const BASE_KEY = "base";
export const TRYING_KEY = "trying";

/** Something that can be compared. */
export interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly levers: LeverValues;
}

/** A candidate with its letter: A is the one that differences are taken from. */
export interface ComparedColumn extends Candidate {
  readonly letter: string;
}

interface ChoiceState {
  readonly documentKey: string;
  /** Null until somebody chose. */
  readonly keys: readonly string[] | null;
}

const store = new Store<ChoiceState>({ documentKey: "", keys: null });

/** Which scenarios are compared, in the order of the columns; kept while the plan is open. */
export function useCompareChoice(): readonly [readonly string[] | null, (keys: readonly string[]) => void] {
  const { documentKey } = useOpenDocument();
  const state = useSyncExternalStore(store.subscribe, store.get);
  const set = useCallback((keys: readonly string[]) => store.set({ documentKey, keys }), [documentKey]);
  return [state.documentKey === documentKey ? state.keys : null, set];
}

/** What can be compared: the base, every saved scenario, and what is being tried while it is not saved. */
export const listCandidates = (
  scenarios: readonly ScenarioSummary[],
  tried: LeverValues | null,
  titles: { readonly base: string; readonly trying: string },
): readonly Candidate[] => [
  { key: BASE_KEY, title: titles.base, levers: {} },
  ...scenarios.map(({ id, title, levers }) => ({ key: id, title, levers })),
  ...(tried === null ? [] : [{ key: TRYING_KEY, title: titles.trying, levers: tried }]),
];

/** The chosen candidates with their letters; at first the base and as many others as fit. */
export function listColumns(
  candidates: readonly Candidate[],
  keys: readonly string[] | null,
): readonly ComparedColumn[] {
  const byKey = new Map(candidates.map((candidate) => [candidate.key, candidate]));
  const chosen =
    keys === null
      ? candidates.slice(0, MAX_COMPARED)
      : keys.flatMap((key) => byKey.get(key) ?? []).slice(0, MAX_COMPARED);
  return chosen.map((candidate, index) => ({ ...candidate, letter: String.fromCharCode(65 + index) }));
}
