import { useCallback, useInsertionEffect, useRef } from "react";

/**
 * One function for as long as the component lives, which calls the newest
 * `callback`: for what is handed to parts that should not be drawn again
 * because a handler is a new object. Not to be called while rendering.
 */
export function useLatestCallback<A extends readonly unknown[], R>(
  callback: (...args: A) => R,
): (...args: A) => R {
  const latest = useRef(callback);
  useInsertionEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
