import { useSyncExternalStore } from "react";
import { findScreen, type Screen } from "./screens";

const subscribe = (onChange: () => void) => {
  window.addEventListener("hashchange", onChange);
  return () => window.removeEventListener("hashchange", onChange);
};

/** The id in the page's address; no screen needs to have it. */
export const readAddress = () => window.location.hash.replace(/^#\//, "");

/** The address of a screen within the page. */
export const hrefOf = (screen: Screen): string => `#/${screen.id}`;

/** The screen that the address names. */
export function useRoute(): Screen {
  return findScreen(useSyncExternalStore(subscribe, readAddress));
}
