import { startTransition, useLayoutEffect, useRef, useState } from "react";
import { afterPaint } from "./after-paint";

/**
 * The value as it was when the screen was last painted: what is drawn from it
 * follows what is drawn from the value itself, on the screen and not only in
 * React's order. While the value keeps changing, each painting is followed by
 * the latest. React's own `useDeferredValue` starts before the painting and so
 * makes the first part come later.
 */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const isWaiting = useRef(false);
  useLayoutEffect(() => {
    latest.current = value;
    if (Object.is(shown, value) || isWaiting.current) return;
    isWaiting.current = true;
    afterPaint(() => {
      isWaiting.current = false;
      startTransition(() => setShown(latest.current));
    });
  }, [shown, value]);
  return shown;
}
