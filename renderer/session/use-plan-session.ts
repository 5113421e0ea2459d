import { createContext, useContext, useSyncExternalStore } from "react";
import type { ComputeClient } from "../engine/compute-client";
import type { PlanApi } from "../engine/plan-api";
import type { Host } from "../host/host";
import type { PlanSession } from "./plan-session";
import type { OpenDocument, SessionView } from "./session-view";

/** What the provider gives to the page. */
export interface SessionServices {
  readonly host: Host;
  readonly session: PlanSession;
  readonly plan: PlanApi;
  readonly compute: ComputeClient;
}

export const SessionServicesContext = createContext<SessionServices | null>(null);

export function useSessionServices(): SessionServices {
  const services = useContext(SessionServicesContext);
  if (services === null) throw new Error("useSessionServices: PlanSessionProvider is missing");
  return services;
}

/** The session's state and what can be done; the component repaints with every change of it. */
export function usePlanSession(): { readonly view: SessionView; readonly actions: PlanSession } {
  const { session } = useSessionServices();
  const view = useSyncExternalStore(session.view.subscribe, session.view.get);
  return { view, actions: session };
}

/** The open plan. To be used below the frame of an open plan only. */
export function useOpenDocument(): OpenDocument {
  const { view } = usePlanSession();
  if (view.document === null) throw new Error("useOpenDocument: no plan is open");
  return view.document;
}
