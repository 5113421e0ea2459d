import { replaceEqualDeep } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";

/**
 * The value, with every part that equals what it was before being that same
 * object: what did not change is not painted again. For plain data from a
 * worker, which arrives as a fresh copy each time.
 */
export function useStableValue<T>(value: T): T {
  const before = useRef(value);
  const stable = useMemo(() => replaceEqualDeep(before.current, value), [value]);
  useEffect(() => {
    before.current = stable;
  }, [stable]);
  return stable;
}
