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

/** What can be done with the session; never repaints the component. */
export const useSessionActions = (): PlanSession => useSessionServices().session;

/**
 * One part of the session's state: the component repaints only when that part is
 * another value. `select` gives a plain value, or an object of the state itself.
 */
export function useSessionPart<T>(select: (view: SessionView) => T): T {
  const { session } = useSessionServices();
  return useSyncExternalStore(session.view.subscribe, () => select(session.view.get()));
}

/** The open plan as `AfterScreen` shows it; null outside. */
export const DocumentAfterScreen = createContext<OpenDocument | null>(null);

/** The open plan. To be used below the frame of an open plan only. */
export function useOpenDocument(): OpenDocument {
  const { session } = useSessionServices();
  const afterScreen = useContext(DocumentAfterScreen);
  const document = useSyncExternalStore(
    session.view.subscribe,
    () => afterScreen ?? session.view.get().document,
  );
  if (document === null) throw new Error("useOpenDocument: no plan is open");
  return document;
}
