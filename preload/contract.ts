import { z } from "zod";
import {
  appendJournalRequestSchema,
  backupIdRequestSchema,
  emptySchema,
  exportedFileSchema,
  exportFileRequestSchema,
  externalUrlRequestSchema,
  fileIdRequestSchema,
  journalIdRequestSchema,
  journalIdResponseSchema,
  languageRequestSchema,
  listBackupsRequestSchema,
  lockFileRequestSchema,
  openedFileSchema,
  pickFileRequestSchema,
  pickSaveTargetRequestSchema,
  readBackupResponseSchema,
  rebaseJournalRequestSchema,
  rememberRecentRequestSchema,
  saveTargetSchema,
  writeBackupRequestSchema,
  writeFileRequestSchema,
  writtenFileSchema,
} from "../renderer/host/host-requests";
import {
  backupInfoSchema,
  closeDecisionSchema,
  documentStateSchema,
  environmentSchema,
  fileInfoSchema,
  hostErrorSchema,
  journalContentSchema,
  journalHeaderSchema,
  journalSummarySchema,
  menuCommandSchema,
  recentFileSchema,
  settingsSchema,
} from "../renderer/host/host-values";

export { err, ok, type Result } from "../core/result";
export { chooseBackupsToDelete, localDayOf } from "../renderer/host/backup-rotation";
export type * from "../renderer/host/host-requests";
export type * from "../renderer/host/host-values";
export {
  backupInfoSchema,
  journalHeaderSchema,
  lockHolderSchema,
  MAX_BYTES,
  settingsSchema,
} from "../renderer/host/host-values";
export { layOutFrame, walkFrames } from "../renderer/host/journal-frames";

const closeRequestId = z.number().int().nonnegative();

const resultOf = <S extends z.ZodType>(value: S) =>
  z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: hostErrorSchema }),
  ]);

const channel = <Q extends z.ZodType, V extends z.ZodType>(request: Q, value: V) => ({
  request,
  response: resultOf(value),
});

/** The one list of what the page may ask the shell. A name that is not here reaches nothing. */
export const channels = {
  "environment.get": channel(emptySchema, environmentSchema),
  "page.ready": channel(emptySchema, emptySchema),
  "file.pick": channel(pickFileRequestSchema, fileInfoSchema),
  "file.read": channel(fileIdRequestSchema, openedFileSchema),
  "file.pick-save-target": channel(pickSaveTargetRequestSchema, saveTargetSchema),
  "file.write": channel(writeFileRequestSchema, writtenFileSchema),
  "file.lock": channel(lockFileRequestSchema, emptySchema),
  "file.unlock": channel(fileIdRequestSchema, emptySchema),
  "file.export": channel(exportFileRequestSchema, exportedFileSchema),
  "journal.open": channel(journalHeaderSchema, journalIdResponseSchema),
  "journal.append": channel(appendJournalRequestSchema, emptySchema),
  "journal.rebase": channel(rebaseJournalRequestSchema, emptySchema),
  "journal.list": channel(emptySchema, z.array(journalSummarySchema)),
  "journal.read": channel(journalIdRequestSchema, journalContentSchema),
  "journal.clear": channel(journalIdRequestSchema, emptySchema),
  "backup.write": channel(writeBackupRequestSchema, backupInfoSchema),
  "backup.list": channel(listBackupsRequestSchema, z.array(backupInfoSchema)),
  "backup.read": channel(backupIdRequestSchema, readBackupResponseSchema),
  "recent.list": channel(emptySchema, z.array(recentFileSchema)),
  "recent.remember": channel(rememberRecentRequestSchema, emptySchema),
  "recent.forget": channel(fileIdRequestSchema, emptySchema),
  "settings.read": channel(emptySchema, settingsSchema),
  "settings.write": channel(settingsSchema, emptySchema),
  "window.print": channel(emptySchema, emptySchema),
  "window.set-document-state": channel(documentStateSchema, emptySchema),
  "window.set-language": channel(languageRequestSchema, emptySchema),
  "window.open-external": channel(externalUrlRequestSchema, emptySchema),
  /** Sent by the bridge itself as soon as a close request arrives, so that the shell can tell asking from hanging. */
  "window.close-received": channel(z.object({ requestId: closeRequestId }), emptySchema),
  "window.answer-close": channel(
    z.object({ requestId: closeRequestId, decision: closeDecisionSchema }),
    emptySchema,
  ),
} as const;

/** The one list of what the shell may tell the page unasked. */
export const events = {
  "menu.command": menuCommandSchema,
  "file.open-request": fileInfoSchema,
  "window.close-request": z.object({ requestId: closeRequestId }),
} as const;

export type ChannelName = keyof typeof channels;
export type RequestOf<N extends ChannelName> = z.infer<(typeof channels)[N]["request"]>;
export type ResponseOf<N extends ChannelName> = z.infer<(typeof channels)[N]["response"]>;
export type ValueOf<N extends ChannelName> = Extract<ResponseOf<N>, { ok: true }>["value"];

export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.infer<(typeof events)[E]>;

export const isChannelName = (name: unknown): name is ChannelName =>
  typeof name === "string" && Object.hasOwn(channels, name);

export const isEventName = (name: unknown): name is EventName =>
  typeof name === "string" && Object.hasOwn(events, name);

/** What `window.civplan` is in the desktop app, and nothing more. */
export interface CivplanBridge {
  /** Asks the shell. Refuses names outside `channels` and requests outside their schema, as data. */
  invoke<N extends ChannelName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>>;
  /** Listens to one kind of event until the returned function is called. */
  on<E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): () => void;
}
