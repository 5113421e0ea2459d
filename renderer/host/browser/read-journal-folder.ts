import type { JournalContent } from "../host";
import { journalHeaderSchema } from "../host-values";
import { listJournalFiles } from "./journal-folder";
import { decodeFrames } from "./journal-frame";
import { readPrivateFile } from "./opfs";

/** A journal's header and all its batches up to the last good one, of the newest file whose header is whole: a newer one was begun only. Null without any. */
export async function readJournalFolder(folder: FileSystemDirectoryHandle): Promise<JournalContent | null> {
  for (const name of await listJournalFiles(folder)) {
    const bytes = await readPrivateFile(folder, name);
    const { payloads, tornTail } = await decodeFrames(bytes ?? new Uint8Array());
    const [first, ...batches] = payloads;
    if (first === undefined) continue;
    const header = journalHeaderSchema.parse(JSON.parse(new TextDecoder().decode(first)));
    return { header, batches, tornTail };
  }
  return null;
}
