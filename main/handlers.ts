import { err, type FileInfo, type HostError, ok, type Result } from "../preload/contract";
import type { CloseGuard } from "./close-guard";
import { toHostError } from "./files/file-errors";
import { readStamp } from "./files/file-stamp";
import { nodeFileSystem } from "./files/file-system";
import type { ChannelHandlers } from "./ipc";
import type { NativeDialogs } from "./native-dialogs";
import type { Services } from "./services";

export interface HandlerContext {
  services: Services;
  dialogs: Pick<NativeDialogs, "pickFile" | "pickSaveTarget" | "openExternal">;
  closeGuard: CloseGuard;
  /** What the shell can only do with Electron at hand. */
  shell: {
    environment(): { platform: NodeJS.Platform; appVersion: string; locale: string };
    setLanguage(language: "en" | "ko"): void;
    setTitle(title: string, isDirty: boolean): void;
    /** Null when it was printed, else the reason why not. */
    print(): Promise<string | null>;
    /** The page listens: what waited for it may be delivered. */
    onPageReady(): void;
  };
}

type Failure = Result<never, HostError>;
const done: Result<Record<string, never>, HostError> = ok({});
const cancelled: Failure = err({ type: "cancelled" });
const unknownId: Failure = err({ type: "unknown-id" });

/** What the shell does for each channel of the contract. */
export function createHandlers({ services, dialogs, closeGuard, shell }: HandlerContext): ChannelHandlers {
  const describeChosen = async (path: string): Promise<FileInfo> =>
    services.describe(services.registry.register(path), path);

  return {
    "environment.get": async () => {
      const { platform, appVersion, locale } = shell.environment();
      return ok({
        kind: "desktop",
        platform: platform === "darwin" || platform === "win32" ? platform : "linux",
        appVersion,
        locale,
        capabilities: {
          saveInPlace: true,
          staleWriteGuard: true,
          fileLock: "sidecar",
          journal: "fsynced",
          backups: true,
          reopenRecent: true,
          nativeMenu: true,
          closeRequests: true,
        },
      });
    },
    "page.ready": async () => {
      closeGuard.pageIsReady();
      shell.onPageReady();
      return done;
    },

    "file.pick": async (request) => {
      const path = await dialogs.pickFile(request);
      return path === null ? cancelled : ok(await describeChosen(path));
    },
    "file.read": ({ fileId }) => services.readFile(fileId),
    "file.pick-save-target": async ({ title, suggestedName, kind }) => {
      const path = await dialogs.pickSaveTarget(title, suggestedName, kind);
      if (path === null) return cancelled;
      try {
        const existing = await readStamp(nodeFileSystem, path);
        services.registry.markChosenForSaving(services.registry.register(path));
        return ok({ file: await describeChosen(path), existing });
      } catch (error) {
        return err(toHostError(error, path));
      }
    },
    "file.write": ({ fileId, bytes, expected }) => services.writeFile(fileId, bytes, expected),
    "file.lock": async ({ fileId, takeOver }) => {
      const path = services.registry.pathOf(fileId);
      return path === undefined ? unknownId : services.locks.lock(path, takeOver);
    },
    "file.unlock": async ({ fileId }) => {
      const path = services.registry.pathOf(fileId);
      if (path === undefined) return unknownId;
      await services.locks.unlock(path);
      return done;
    },
    "file.export": async ({ title, suggestedName, kind, bytes }) => {
      const path = await dialogs.pickSaveTarget(title, suggestedName, kind);
      if (path === null) return cancelled;
      try {
        return await services.writeExport(path, bytes, await readStamp(nodeFileSystem, path));
      } catch (error) {
        return err(toHostError(error, path));
      }
    },

    "journal.open": (header) => services.journals.open(header),
    "journal.append": ({ journalId, batch }) => services.journals.append(journalId, batch),
    "journal.rebase": ({ journalId, header }) => services.journals.rebase(journalId, header),
    "journal.list": async () => ok(await services.journals.list()),
    "journal.read": ({ journalId }) => services.journals.read(journalId),
    "journal.clear": ({ journalId }) => services.journals.clear(journalId),

    "backup.write": (request) => services.backups.write(request),
    "backup.list": async ({ planId }) => ok(await services.backups.list(planId)),
    "backup.read": ({ backupId }) => services.backups.read(backupId),

    "recent.list": async () => ok(await services.recents.list()),
    "recent.remember": async ({ fileId, title }) =>
      (await services.recents.remember(fileId, title)) ? done : unknownId,
    "recent.forget": async ({ fileId }) => {
      await services.recents.forget(fileId);
      return done;
    },

    "settings.read": async () => ok(await services.settings.read()),
    "settings.write": async (settings) => {
      await services.settings.update(() => settings);
      return done;
    },

    "window.print": async () => {
      const reason = await shell.print();
      if (reason === null) return done;
      return /cancel/i.test(reason) ? cancelled : err({ type: "failed", detail: reason });
    },
    "window.set-document-state": async ({ title, fileName, dirty }) => {
      const parts = [title, fileName, "Civplan"].filter((part) => part !== null && part !== "");
      shell.setTitle(`${dirty ? "• " : ""}${parts.join(" — ")}`, dirty);
      return done;
    },
    "window.set-language": async ({ language }) => {
      shell.setLanguage(language);
      return done;
    },
    "window.open-external": async ({ url }) => ((await dialogs.openExternal(url)) ? done : cancelled),
    "window.close-received": async ({ requestId }) => {
      closeGuard.onReceived(requestId);
      return done;
    },
    "window.answer-close": async ({ requestId, decision }) => {
      closeGuard.onAnswer(requestId, decision);
      return done;
    },
  };
}
