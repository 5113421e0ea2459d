import { useEffect } from "react";
import { showInspector, useIsInspectorOpen } from "../session/inspector-visibility";
import { useSessionServices } from "../session/use-plan-session";

/** Ctrl+I (⌘I) shows and hides the details of what is selected, wherever the focus is; it stays there. */
export function useInspectorKey(): void {
  const { host } = useSessionServices();
  const isOpen = useIsInspectorOpen();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "i" || event.ctrlKey === event.metaKey) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      showInspector(host, !isOpen);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [host, isOpen]);
}
