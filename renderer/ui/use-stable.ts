import { useRef } from "react";

/**
 * The value that was there before, as long as the new one says the same (as
 * JSON). Every revision of a plan brings new rows; what is drawn from rows that
 * did not change need not be drawn again.
 */
export function useStable<T>(value: T): T {
  const json = JSON.stringify(value);
  const kept = useRef({ json, value });
  if (kept.current.json !== json) kept.current = { json, value };
  return kept.current.value;
}
