import type { ReactNode } from "react";
import { useAfterPaint } from "../ui/use-after-paint";
import { DocumentAfterScreen, useSessionPart } from "./use-plan-session";

/** What stands around the screens: it asks for, and shows, what follows from an edit when the screen shows it already. */
export function AfterScreen({ children }: { readonly children: ReactNode }) {
  const document = useAfterPaint(useSessionPart((view) => view.document));
  return <DocumentAfterScreen value={document}>{children}</DocumentAfterScreen>;
}
