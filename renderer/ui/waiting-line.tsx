import { Progress } from "@mantine/core";
import { useEffect, useState } from "react";

/** What takes less than this is not worth a sign. */
const QUIET_MS = 300;

/** True once something has been going on for long enough to say so. */
export function useIsLong(isGoingOn: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    setIsLong(false);
    if (!isGoingOn) return;
    const timer = window.setTimeout(() => setIsLong(true), QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [isGoingOn]);
  return isGoingOn && isLong;
}

/** A thin line while something is loaded; nothing while that is quick. */
export function WaitingLine() {
  return useIsLong(true) && <Progress value={100} size={3} animated radius={0} aria-hidden />;
}
