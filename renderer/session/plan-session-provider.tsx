import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Host } from "../host/host";
import { isLanguage } from "../i18n/language";
import { makeQueryClient, readAhead } from "./plan-queries";
import type { FrameCommand } from "./plan-session";
import { runSessionKey } from "./session-keys";
import { SessionQuestions } from "./session-questions";
import { startSession } from "./start-session";
import { SessionServicesContext } from "./use-plan-session";
import { useSessionKeys } from "./use-session-keys";

interface PlanSessionProviderProps {
  readonly host: Host;
  /** Menu commands that are not the session's: find, settings, about, export, print. */
  readonly onMenuCommand?: (command: FrameCommand) => void;
  readonly children: ReactNode;
}

/** Gives the page its one session: workers, queries, keys, menu commands, and the questions that it asks. */
export function PlanSessionProvider({ host, onMenuCommand, children }: PlanSessionProviderProps) {
  const { i18n } = useTranslation();
  // What useTranslation gives keeps the language that it was given in; the session asks for that of the moment.
  const latest = useRef(i18n);
  latest.current = i18n;
  const [queryClient] = useState(makeQueryClient);
  const [services] = useState(() =>
    startSession({
      host,
      readAhead: (shown, revision) => readAhead(queryClient, shown, revision),
      language: () => (isLanguage(latest.current.language) ? latest.current.language : "en"),
      translate: (key) => latest.current.t(key),
    }),
  );
  const { session } = services;

  useSessionKeys(session);
  useEffect(() => void session.refreshStart(), [session]);
  useEffect(
    () =>
      host.subscribe({
        onMenuCommand(command) {
          switch (command) {
            case "new":
            case "open":
            case "save":
            case "save-as":
            case "undo":
            case "redo":
              return void runSessionKey(session, command);
            default:
              return onMenuCommand?.(command);
          }
        },
        onOpenRequest: (file) => void session.openKnown(file),
        onCloseRequest: session.answerCloseRequest,
      }),
    [host, session, onMenuCommand],
  );

  return (
    <SessionServicesContext value={services}>
      <QueryClientProvider client={queryClient}>
        {children}
        <SessionQuestions />
      </QueryClientProvider>
    </SessionServicesContext>
  );
}
