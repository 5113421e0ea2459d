import { listNames } from "./opfs";

/** Where journals are in the page's private file system: a folder each. */
export const JOURNAL_FOLDER = "journals";

const FILE_NAME = /^\d{6}\.journal$/;

export const generationOf = (fileName: string): number => Number.parseInt(fileName, 10);

export const journalFileOf = (generation: number): string => `${String(generation).padStart(6, "0")}.journal`;

/** The files of a journal, the newest first. There is one, except where a new base is being written. */
export async function listJournalFiles(folder: FileSystemDirectoryHandle): Promise<string[]> {
  return (await listNames(folder)).filter((name) => FILE_NAME.test(name)).reverse();
}
