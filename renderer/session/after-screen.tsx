import type { ReactNode } from "react";
import { DocumentAfterScreen, useSessionViewAfterScreen } from "./use-plan-session";

/** What stands around the screens: it asks for, and shows, what follows from an edit when the screen shows it already. */
export function AfterScreen({ children }: { readonly children: ReactNode }) {
  const { document } = useSessionViewAfterScreen();
  return <DocumentAfterScreen value={document}>{children}</DocumentAfterScreen>;
}
