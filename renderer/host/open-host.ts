import type { CivplanBridge } from "../../preload/contract";
import { openBrowserHost } from "./browser-host";
import { openDesktopHost } from "./desktop-host";
import type { Host } from "./host";

declare global {
  interface Window {
    /** Put there by the preload in the desktop app; absent in a browser. */
    readonly civplan?: CivplanBridge;
  }
}

/** The surroundings this page runs in. Call it once, at the start. */
export async function openHost(): Promise<Host> {
  return window.civplan === undefined ? openBrowserHost() : openDesktopHost(window.civplan);
}
