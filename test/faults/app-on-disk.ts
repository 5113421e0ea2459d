import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import type { OpenDatabase } from "../../core/planfile/sql-database";
import { createHandlers, type HandlerContext } from "../../main/handlers";
import type { ChannelHandlers } from "../../main/ipc";
import { Services } from "../../main/services";
import type { CivplanBridge } from "../../preload/contract";
import { PlanEngine } from "../../renderer/engine/plan-engine";
import { openDesktopHost } from "../../renderer/host/desktop-host";
import { readPerson } from "../../renderer/session/person";
import { PlanSession } from "../../renderer/session/plan-session";

interface AppOnDiskOptions {
  readonly userDataFolder: string;
  readonly openDatabase: OpenDatabase;
  /** What the next dialog picks. */
  readonly pick: () => string | null;
  readonly mintId: () => string;
}

/**
 * The whole app but for its windows: the shell's services on the real disk, its
 * handlers, the page's host over them, the real session and plan engine.
 */
export async function startAppOnDisk({ userDataFolder, openDatabase, pick, mintId }: AppOnDiskOptions) {
  const services = new Services({
    userDataFolder,
    temporaryFolders: [],
    computer: "campaign",
    limitBytes: 2 ** 28,
    now: () => new Date(),
  });
  await services.recents.load();
  const handlers = createHandlers({
    services,
    dialogs: {
      pickFile: async () => pick(),
      pickSaveTarget: async () => pick(),
      openExternal: async () => false,
    },
    closeGuard: { pageIsReady: () => undefined } as HandlerContext["closeGuard"],
    shell: {
      environment: () => ({ platform: process.platform, appVersion: "campaign", locale: "en" }),
      setLanguage: () => undefined,
      setTitle: () => undefined,
      print: async () => null,
      onPageReady: () => undefined,
    },
  });
  const host = await openDesktopHost(bridgeTo(handlers));
  const engine = new PlanEngine({ openDatabase, mintId, nowMs: () => Date.now() });
  const session = new PlanSession({
    host,
    plan: engine,
    readThroughGate: async (bytes) => readUntrustedPlan(bytes, openDatabase),
    readPerson: () => readPerson(host, mintId),
    renamePerson: () => Promise.reject(new Error("nobody is renamed here")),
    readAhead: () => ({ arrived: Promise.resolve(), forget: () => {} }),
    nowMs: () => Date.now(),
    language: () => "en",
    translate: (key) => key,
  });
  return { services, session, engine };
}

const bridgeTo = (handlers: ChannelHandlers): CivplanBridge => ({
  invoke: (name, request) => (handlers[name] as (request: unknown) => Promise<never>)(request),
  on: () => () => undefined,
});
