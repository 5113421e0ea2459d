import { useEffect } from "react";
import type { PlanSession } from "./plan-session";
import { isTextField, readSessionKey, runSessionKey } from "./session-keys";

/** Listens for the session's keys anywhere on the page. While a question is open, they wait for its answer. */
export function useSessionKeys(session: PlanSession): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = readSessionKey(event);
      if (key === null) return;
      if ((key === "undo" || key === "redo") && isTextField(document.activeElement)) return;
      event.preventDefault();
      if (event.repeat && key !== "undo" && key !== "redo") return;
      if (session.view.get().question !== null) return;
      void runSessionKey(session, key);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [session]);
}
