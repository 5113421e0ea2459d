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
export const bytesSchema = z.custom<Uint8Array>(
  (value) =>
    Object.prototype.toString.call(value) === "[object Uint8Array]" &&
    (value as Uint8Array).byteLength <= MAX_BYTES,
  { message: "expected bytes" },
);

export const opaqueIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const instant = z.iso.datetime();
export const shortTextSchema = z.string().max(400);

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
  fileId: opaqueIdSchema,
  name: z.string().max(400),
  /** The folder as text to show, never to be parsed; empty where unknown. */
  folder: z.string().max(2000),
  mustSaveAs: mustSaveAsSchema.nullable(),
});

export const fileKindSchema = z.object({
  /** What the dialog calls these files, in the user's language. */
  label: shortTextSchema,
  /** Without the dot, for example `["civplan"]`. */
  extensions: z.array(extension).min(1).max(12),
});

export const lockHolderSchema = z.object({
  computer: shortTextSchema,
  processId: z.number().int().nonnegative(),
  since: instant,
});

export const journalHeaderSchema = z.object({
  planId: opaqueIdSchema,
  /** The plan's title, so that the start screen can name recovered work. */
  title: shortTextSchema,
  /** The file this work was based on; null for a plan that was never saved. */
  file: fileInfoSchema.nullable(),
  /** The content the first batch applies to; null for a plan that was never saved. */
  base: fileStampSchema.nullable(),
});

export const journalSummarySchema = z.object({
  journalId: opaqueIdSchema,
  header: journalHeaderSchema,
  updatedAt: instant,
  batchCount: z.number().int().nonnegative(),
});

export const journalContentSchema = z.object({
  header: journalHeaderSchema,
  batches: z.array(bytesSchema),
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
  backupId: opaqueIdSchema,
  planId: opaqueIdSchema,
  title: shortTextSchema,
  reason: backupReasonSchema,
  createdAt: instant,
  sizeBytes: z.number().int().nonnegative(),
});

export const recentFileSchema = z.object({
  file: fileInfoSchema,
  title: shortTextSchema,
  openedAt: instant,
  /** False when it was moved or deleted since; always true where the host cannot look without asking. */
  exists: z.boolean(),
});

export const hostLanguageSchema = z.enum(["en", "ko"]);

export const documentStateSchema = z.object({
  title: shortTextSchema,
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
  appVersion: shortTextSchema,
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
  /** Another program holds the file: a viewer, a backup, a virus scanner. */
  z.object({ type: z.literal("in-use"), name: z.string() }),
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
  /** Anything else the system said; `detail` is its code or words, for whoever helps the user. */
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
