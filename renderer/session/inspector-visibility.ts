import { useSyncExternalStore } from "react";
import type { Host, Settings } from "../host/host";
import { Store } from "./store";

const SETTING = "isInspectorOpen";

const store = new Store(false);

/** Starts with what this person left it at. To be called before the first paint, so that nothing jumps. */
export function restoreInspector(settings: Settings): void {
  store.set(settings[SETTING] === true);
}

export const useIsInspectorOpen = (): boolean => useSyncExternalStore(store.subscribe, store.get);

/** Opens or closes the inspector and keeps that for the next start. */
export function showInspector(host: Host, isOpen: boolean): void {
  if (store.get() === isOpen) return;
  store.set(isOpen);
  void keep(host, isOpen);
}

/** A host that cannot keep it changes nothing for now. */
async function keep(host: Host, isOpen: boolean): Promise<void> {
  const read = await host.readSettings();
  if (read.ok) await host.writeSettings({ ...read.value, [SETTING]: isOpen });
}
