import { useRef } from "react";

/** The object that was there before, as long as each part of the new one is the very object that it was. */
export function useShallowStable<T extends object | undefined>(value: T): T {
  const kept = useRef(value);
  if (!hasSameParts(kept.current, value)) kept.current = value;
  return kept.current;
}

function hasSameParts(a: object | undefined, b: object | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [before, now] = [Object.entries(a), new Map(Object.entries(b))];
  return before.length === now.size && before.every(([name, part]) => part === now.get(name));
}
