import { ComputeClient } from "../engine/compute-client";
import { readThroughGate } from "../engine/gate-client";
import { mintId } from "../engine/mint-id";
import { startPlanClient } from "../engine/plan-client";
import type { Host } from "../host/host";
import { afterPaint } from "../ui/after-paint";
import { keepDisplayName, readPerson } from "./person";
import { PlanSession } from "./plan-session";
import type { SessionParts } from "./session-state";
import type { SessionServices } from "./use-plan-session";

export interface StartSessionRequest {
  readonly host: Host;
  readonly readAhead: SessionParts["readAhead"];
  readonly language: () => "en" | "ko";
  readonly translate: (key: string) => string;
}

/** Starts the workers and the session over them: once, when the page starts. */
export function startSession({ host, readAhead, language, translate }: StartSessionRequest): SessionServices {
  const plan = startPlanClient();
  const compute = new ComputeClient({
    readPlanSnapshot: () => plan.readPlanSnapshot(),
  });
  afterPaint(() => plan.warmUp());
  let person: ReturnType<typeof readPerson> | null = null;
  const knowPerson = () => {
    person ??= readPerson(host, mintId);
    return person;
  };
  const session = new PlanSession({
    host,
    plan,
    readThroughGate,
    readPerson: knowPerson,
    renamePerson: async (displayName) => {
      const renamed = { ...(await knowPerson()), displayName };
      person = Promise.resolve(renamed);
      await keepDisplayName(host, displayName);
      return renamed;
    },
    readAhead,
    nowMs: () => Date.now(),
    language,
    translate,
  });
  session.setMergeHandler((opened) => void session.holdOpened(opened));
  let documentKey: string | undefined;
  session.view.subscribe(() => {
    const opened = session.view.get().document?.documentKey;
    if (opened !== documentKey) compute.forgetPlan();
    documentKey = opened;
  });
  return { host, session, plan, compute };
}
