import type { FileStamp, Host, JournalHeader } from "../host/host";

/** Size and SHA-256 of some bytes, as hosts stamp files. */
export async function stampOf(bytes: Uint8Array<ArrayBuffer>): Promise<FileStamp> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { sizeBytes: bytes.byteLength, sha256 };
}

/** What recovered changes are put on. */
export interface RecoveryBase {
  readonly bytes: Uint8Array;
  /** What the file must still be for the recovered plan to be saved into it. */
  readonly expected: FileStamp;
}

/**
 * The bytes that a journal's first change was made on: the file, if it is still
 * the same; else a backup with the same content; else the file as it is now.
 * Null when neither is there.
 */
export async function findRecoveryBase(
  host: Host,
  header: JournalHeader,
  file: RecoveryBase | null,
): Promise<RecoveryBase | null> {
  if (file !== null && file.expected.sha256 === header.base?.sha256) return file;
  return (await findBackup(host, header)) ?? file;
}

/** The journal's file as it lies there now; null when there is none. */
export async function readJournalFile(host: Host, { file }: JournalHeader): Promise<RecoveryBase | null> {
  const read = file === null ? null : await host.readFile({ fileId: file.fileId });
  return read?.ok === true ? { bytes: read.value.bytes, expected: read.value.stamp } : null;
}

async function findBackup(host: Host, { planId, base }: JournalHeader): Promise<RecoveryBase | null> {
  if (base === null) return null;
  const listed = await host.listBackups({ planId });
  if (!listed.ok) return null;
  for (const { backupId, sizeBytes } of listed.value) {
    if (sizeBytes !== base.sizeBytes) continue;
    const backup = await host.readBackup({ backupId });
    if (!backup.ok) continue;
    const stamp = await stampOf(new Uint8Array(backup.value.bytes));
    if (stamp.sha256 === base.sha256) return { bytes: backup.value.bytes, expected: base };
  }
  return null;
}
