import { z } from "zod";
import {
  backupInfoSchema,
  backupReasonSchema,
  bytesSchema,
  fileInfoSchema,
  fileKindSchema,
  fileStampSchema,
  hostLanguageSchema,
  journalHeaderSchema,
  opaqueIdSchema,
  shortTextSchema,
} from "./host-values";

/** What the page sends to its surroundings and gets back, one schema for each message; the values in them are in `host-values.ts`. */

/** A file's name without any folder: what the shell may join to a folder. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  .refine((name) => !/[\\/:*?"<>|\u0000-\u001f]/.test(name) && name !== "." && name !== "..", {
    message: "not a plain file name",
  });

export const pickFileRequestSchema = z.object({
  title: shortTextSchema,
  kinds: z.array(fileKindSchema).min(1).max(8),
});

export const pickSaveTargetRequestSchema = z.object({
  title: shortTextSchema,
  suggestedName: fileName,
  kind: fileKindSchema,
});

export const saveTargetSchema = z.object({
  file: fileInfoSchema,
  /** The content that the user agreed to replace; null when the name is new. Pass it on as `expected`. */
  existing: fileStampSchema.nullable(),
});

export const fileIdRequestSchema = z.object({ fileId: opaqueIdSchema });

export const openedFileSchema = z.object({
  file: fileInfoSchema,
  bytes: bytesSchema,
  stamp: fileStampSchema,
});

export const writeFileRequestSchema = z.object({
  fileId: opaqueIdSchema,
  bytes: bytesSchema,
  /** What must be on disk now; null: no file may be there yet. */
  expected: fileStampSchema.nullable(),
});

export const lockFileRequestSchema = z.object({
  fileId: opaqueIdSchema,
  /** True: the user chose to take over a lock that someone else left or holds. */
  takeOver: z.boolean(),
});

export const journalIdRequestSchema = z.object({ journalId: opaqueIdSchema });
export const appendJournalRequestSchema = z.object({ journalId: opaqueIdSchema, batch: bytesSchema });
export const rebaseJournalRequestSchema = z.object({
  journalId: opaqueIdSchema,
  header: journalHeaderSchema,
});

export const writeBackupRequestSchema = z.object({
  planId: opaqueIdSchema,
  title: shortTextSchema,
  reason: backupReasonSchema,
  bytes: bytesSchema,
  /** One that must not make room for this: the one that is being restored. */
  keepBackupId: opaqueIdSchema.optional(),
});

/** A null `planId` lists the backups of all plans. */
export const listBackupsRequestSchema = z.object({ planId: opaqueIdSchema.nullable() });
export const backupIdRequestSchema = z.object({ backupId: opaqueIdSchema });
export const rememberRecentRequestSchema = z.object({ fileId: opaqueIdSchema, title: shortTextSchema });

export const exportFileRequestSchema = z.object({
  title: shortTextSchema,
  suggestedName: fileName,
  kind: fileKindSchema,
  bytes: bytesSchema,
});

export const externalUrlRequestSchema = z.object({ url: z.string().min(1).max(4000) });
export const languageRequestSchema = z.object({ language: hostLanguageSchema });
export const readBackupResponseSchema = z.object({ info: backupInfoSchema, bytes: bytesSchema });
export const journalIdResponseSchema = z.object({ journalId: opaqueIdSchema });
export const exportedFileSchema = z.object({ name: z.string().max(400) });
export const writtenFileSchema = z.object({ file: fileInfoSchema, stamp: fileStampSchema });
export const emptySchema = z.object({});

export type PickFileRequest = z.infer<typeof pickFileRequestSchema>;
export type PickSaveTargetRequest = z.infer<typeof pickSaveTargetRequestSchema>;
export type SaveTarget = z.infer<typeof saveTargetSchema>;
export type OpenedFile = z.infer<typeof openedFileSchema>;
export type WriteFileRequest = z.infer<typeof writeFileRequestSchema>;
export type WrittenFile = z.infer<typeof writtenFileSchema>;
export type WriteBackupRequest = z.infer<typeof writeBackupRequestSchema>;
export type ExportFileRequest = z.infer<typeof exportFileRequestSchema>;
