import { type RefObject, useEffect } from "react";

const REGIONS = ":scope > :is(header, nav, main, footer, [data-open])";
const FOCUSABLE = ":is(a[href], button, input, select, textarea, [tabindex='0']):not(:disabled)";

/**
 * F6 moves the focus to the next part of the frame, Shift+F6 to the one before,
 * as in other desktop programs: the way out of a grid, where Tab means the next
 * cell. A dialog keeps the focus.
 */
export function useRegionKeys(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (frame.current === null || document.querySelector('[aria-modal="true"]') !== null) return;
      event.preventDefault();
      focusNeighbour(frame.current, event.shiftKey ? -1 : 1);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [frame]);
}

function focusNeighbour(frame: HTMLElement, direction: 1 | -1): void {
  const stops = [...frame.querySelectorAll<HTMLElement>(REGIONS)].flatMap((region) => {
    const stop = findStop(region);
    return stop === null ? [] : [{ region, stop }];
  });
  const current = stops.findIndex(({ region }) => region.contains(document.activeElement));
  const next = current === -1 && direction === -1 ? stops.length - 1 : current + direction;
  stops.at(next % stops.length)?.stop.focus();
}

/** Where the focus goes in a region: the place one is at, else its beginning. */
function findStop(region: HTMLElement): HTMLElement | null {
  if (region.tagName === "MAIN") return region;
  return region.querySelector<HTMLElement>("[aria-current]") ?? region.querySelector<HTMLElement>(FOCUSABLE);
}
