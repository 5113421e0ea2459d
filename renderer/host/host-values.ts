import { z } from "zod";

/**
 * Everything that crosses between the page and its surroundings, as zod
 * schemas. Only JSON and `Uint8Array` travel. The desktop shell parses with
 * these on both ends of its bridge; the browser host returns the same shapes.
 * Nothing here may use the DOM, Node or Electron: the shell imports it too.
 */

/** Largest number of bytes accepted in one message: 256 MiB. */
export const MAX_BYTES = 256 * 1024 * 1024;

/** Bytes from any realm: `instanceof` would refuse those that crossed a context bridge. */
const bytes = z.custom<Uint8Array>(
  (value) =>
    Object.prototype.toString.call(value) === "[object Uint8Array]" &&
    (value as Uint8Array).byteLength <= MAX_BYTES,
  { message: "expected bytes" },
);

const opaqueId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const instant = z.iso.datetime();
const shortText = z.string().max(400);

/** A file's name without any folder: what the shell may join to a folder. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .refine((name) => !/[\\/:*?"<>|\u0000-\u001f]/.test(name) && name !== "." && name !== "..", {
    message: "not a plain file name",
  });

const extension = z.string().regex(/^[a-z0-9]{1,12}$/);

/** What identified a file's content when it was read or written. Guards against overwriting someone's newer work. */
export const fileStampSchema = z.object({
  sizeBytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Why a file must not be written in place, so that the page offers Save As only. */
export const mustSaveAsSchema = z.enum(["temporary-folder", "read-only-folder", "read-only-file"]);

export const fileInfoSchema = z.object({
  /** Opaque; the page never sees a path. Stable across restarts for files in the recent list. */
  fileId: opaqueId,
  name: z.string().max(400),
  /** The folder as text to show, never to be parsed; empty where unknown. */
  folder: z.string().max(2000),
  mustSaveAs: mustSaveAsSchema.nullable(),
});

export const fileKindSchema = z.object({
  /** What the dialog calls these files, in the user's language. */
  label: shortText,
  /** Without the dot, for example `["civplan"]`. */
  extensions: z.array(extension).min(1).max(12),
});

export const lockHolderSchema = z.object({
  computer: shortText,
  processId: z.number().int().nonnegative(),
  since: instant,
});

export const journalHeaderSchema = z.object({
  planId: opaqueId,
  /** The plan's title, so that the start screen can name recovered work. */
  title: shortText,
  /** The file this work was based on; null for a plan that was never saved. */
  file: fileInfoSchema.nullable(),
  /** The content the first batch applies to; null for a plan that was never saved. */
  base: fileStampSchema.nullable(),
});

export const journalSummarySchema = z.object({
  journalId: opaqueId,
  header: journalHeaderSchema,
  updatedAt: instant,
  batchCount: z.number().int().nonnegative(),
});

export const journalContentSchema = z.object({
  header: journalHeaderSchema,
  batches: z.array(bytes),
  /** True when the last batch was cut off or damaged and has been left out. */
  tornTail: z.boolean(),
});

export const backupReasonSchema = z.enum([
  "opened",
  "timer",
  "before-migration",
  "before-merge",
  "before-restore",
]);

export const backupInfoSchema = z.object({
  backupId: opaqueId,
  planId: opaqueId,
  title: shortText,
  reason: backupReasonSchema,
  createdAt: instant,
  sizeBytes: z.number().int().nonnegative(),
});

export const recentFileSchema = z.object({
  file: fileInfoSchema,
  title: shortText,
  openedAt: instant,
  /** False when it was moved or deleted since; always true where the host cannot look without asking. */
  exists: z.boolean(),
});

export const hostLanguageSchema = z.enum(["en", "ko"]);

export const documentStateSchema = z.object({
  title: shortText,
  fileName: z.string().max(400).nullable(),
  dirty: z.boolean(),
});

/** The page's own settings (language, theme, person id …): the host keeps them and does not look inside. */
export const settingsSchema = z.record(z.string().max(100), z.json());

export const capabilitiesSchema = z.object({
  /** Saves go back into the picked file. False: every save is a download. */
  saveInPlace: z.boolean(),
  /** A save is refused when the file's content changed since it was read. */
  staleWriteGuard: z.boolean(),
  /** `sidecar`: seen by other computers on a shared folder; `same-browser`: only by this browser's tabs; `none`: nothing to hold, as saves are downloads. */
  fileLock: z.enum(["sidecar", "same-browser", "none"]),
  /** `fsynced`: an appended batch survives a power cut; `stored`: it survives a crash of the page; `none`: not protected. */
  journal: z.enum(["fsynced", "stored", "none"]),
  backups: z.boolean(),
  /** Files of the recent list can be read again without picking them. */
  reopenRecent: z.boolean(),
  /** A native menu sends commands; else the page's own menus and keys are all there is. */
  nativeMenu: z.boolean(),
  /** The host can hold back closing and ask the page; else only the browser's own question is possible. */
  closeRequests: z.boolean(),
});

export const environmentSchema = z.object({
  kind: z.enum(["desktop", "browser"]),
  platform: z.enum(["linux", "darwin", "win32", "web"]),
  appVersion: shortText,
  /** BCP 47 tag of the user's system or browser, for example `ko-KR`. */
  locale: z.string().max(40),
  capabilities: capabilitiesSchema,
});

export const hostErrorSchema = z.discriminatedUnion("type", [
  /** The user closed the dialog or answered no: not worth a message. */
  z.object({ type: z.literal("cancelled") }),
  /** The id does not (or no longer) stand for a file, journal or backup. */
  z.object({ type: z.literal("unknown-id") }),
  z.object({ type: z.literal("not-found"), name: z.string() }),
  z.object({ type: z.literal("permission-denied"), name: z.string() }),
  /** The file may only be saved under another name or place. */
  z.object({ type: z.literal("must-save-as"), reason: mustSaveAsSchema }),
  /** The file's content is not what it was when read: compare and merge, never overwrite. `current` is null when it is gone. */
  z.object({ type: z.literal("changed-underneath"), current: fileStampSchema.nullable() }),
  z.object({ type: z.literal("locked"), holder: lockHolderSchema.nullable() }),
  z.object({ type: z.literal("disk-full") }),
  z.object({ type: z.literal("too-large"), limitBytes: z.number() }),
  /** This host cannot do it: see `capabilities`. */
  z.object({ type: z.literal("unsupported") }),
  /** The request does not fit the contract: a bug in the page, or an attack. */
  z.object({ type: z.literal("invalid-request"), detail: z.string() }),
  /** Anything else the system said; `detail` is for the log, not for the user's eyes first. */
  z.object({ type: z.literal("failed"), detail: z.string() }),
]);

/** Commands of the native menu. */
export const menuCommandSchema = z.enum([
  "new",
  "open",
  "save",
  "save-as",
  "export",
  "print",
  "undo",
  "redo",
  "find",
  "settings",
  "about",
]);

export const closeDecisionSchema = z.enum(["close", "stay"]);

export const pickFileRequestSchema = z.object({
  title: shortText,
  kinds: z.array(fileKindSchema).min(1).max(8),
});

export const pickSaveTargetRequestSchema = z.object({
  title: shortText,
  suggestedName: fileName,
  kind: fileKindSchema,
});

export const saveTargetSchema = z.object({
  file: fileInfoSchema,
  /** The content that the user agreed to replace; null when the name is new. Pass it on as `expected`. */
  existing: fileStampSchema.nullable(),
});

export const fileIdRequestSchema = z.object({ fileId: opaqueId });

export const openedFileSchema = z.object({
  file: fileInfoSchema,
  bytes,
  stamp: fileStampSchema,
});

export const writeFileRequestSchema = z.object({
  fileId: opaqueId,
  bytes,
  /** What must be on disk now; null: no file may be there yet. */
  expected: fileStampSchema.nullable(),
});

export const lockFileRequestSchema = z.object({
  fileId: opaqueId,
  /** True: the user chose to take over a lock that someone else left or holds. */
  takeOver: z.boolean(),
});

export const journalIdRequestSchema = z.object({ journalId: opaqueId });
export const appendJournalRequestSchema = z.object({ journalId: opaqueId, batch: bytes });
export const rebaseJournalRequestSchema = z.object({ journalId: opaqueId, header: journalHeaderSchema });

export const writeBackupRequestSchema = z.object({
  planId: opaqueId,
  title: shortText,
  reason: backupReasonSchema,
  bytes,
});

/** A null `planId` lists the backups of all plans. */
export const listBackupsRequestSchema = z.object({ planId: opaqueId.nullable() });
export const backupIdRequestSchema = z.object({ backupId: opaqueId });
export const rememberRecentRequestSchema = z.object({ fileId: opaqueId, title: shortText });

export const exportFileRequestSchema = z.object({
  title: shortText,
  suggestedName: fileName,
  kind: fileKindSchema,
  bytes,
});

export const externalUrlRequestSchema = z.object({ url: z.string().min(1).max(4000) });
export const languageRequestSchema = z.object({ language: hostLanguageSchema });
export const readBackupResponseSchema = z.object({ info: backupInfoSchema, bytes });
export const journalIdResponseSchema = z.object({ journalId: opaqueId });
export const exportedFileSchema = z.object({ name: z.string().max(400) });
export const writtenFileSchema = z.object({ file: fileInfoSchema, stamp: fileStampSchema });
export const emptySchema = z.object({});

export type FileStamp = z.infer<typeof fileStampSchema>;
export type MustSaveAs = z.infer<typeof mustSaveAsSchema>;
export type FileInfo = z.infer<typeof fileInfoSchema>;
export type FileKind = z.infer<typeof fileKindSchema>;
export type LockHolder = z.infer<typeof lockHolderSchema>;
export type JournalHeader = z.infer<typeof journalHeaderSchema>;
export type JournalSummary = z.infer<typeof journalSummarySchema>;
export type JournalContent = z.infer<typeof journalContentSchema>;
export type BackupReason = z.infer<typeof backupReasonSchema>;
export type BackupInfo = z.infer<typeof backupInfoSchema>;
export type RecentFile = z.infer<typeof recentFileSchema>;
export type HostLanguage = z.infer<typeof hostLanguageSchema>;
export type DocumentState = z.infer<typeof documentStateSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type Capabilities = z.infer<typeof capabilitiesSchema>;
export type Environment = z.infer<typeof environmentSchema>;
export type HostError = z.infer<typeof hostErrorSchema>;
export type MenuCommand = z.infer<typeof menuCommandSchema>;
export type CloseDecision = z.infer<typeof closeDecisionSchema>;
export type PickFileRequest = z.infer<typeof pickFileRequestSchema>;
export type PickSaveTargetRequest = z.infer<typeof pickSaveTargetRequestSchema>;
export type SaveTarget = z.infer<typeof saveTargetSchema>;
export type OpenedFile = z.infer<typeof openedFileSchema>;
export type WriteFileRequest = z.infer<typeof writeFileRequestSchema>;
export type WrittenFile = z.infer<typeof writtenFileSchema>;
export type WriteBackupRequest = z.infer<typeof writeBackupRequestSchema>;
export type ExportFileRequest = z.infer<typeof exportFileRequestSchema>;
