import { access } from "node:fs/promises";
import { z } from "zod";
import type { RecentFile } from "../../preload/contract";
import { describeFile } from "./file-place";
import type { FileRegistry } from "./file-registry";
import { JsonFile } from "./json-file";

const KEPT = 10;

const recentEntrySchema = z.object({
  fileId: z.string(),
  path: z.string(),
  title: z.string(),
  openedAt: z.string(),
});
type RecentEntry = z.infer<typeof recentEntrySchema>;

export interface RecentFilesOptions {
  path: string;
  registry: FileRegistry;
  temporaryFolders: readonly string[];
  now: () => Date;
}

/** The files last worked on, newest first, ten at most. Their ids stay the same across restarts. */
export class RecentFiles {
  readonly #options: RecentFilesOptions;
  readonly #file: JsonFile<RecentEntry[]>;

  constructor(options: RecentFilesOptions) {
    this.#options = options;
    this.#file = new JsonFile(options.path, z.array(recentEntrySchema), []);
  }

  /** Makes the ids of the last run known again. */
  async load(): Promise<void> {
    for (const entry of await this.#file.read()) this.#options.registry.restore(entry.fileId, entry.path);
  }

  async list(): Promise<RecentFile[]> {
    const entries = await this.#file.read();
    return Promise.all(
      entries.map(async ({ fileId, path, title, openedAt }) => ({
        file: await describeFile(fileId, path, this.#options.temporaryFolders),
        title,
        openedAt,
        exists: await access(path).then(
          () => true,
          () => false,
        ),
      })),
    );
  }

  /** Puts a file on top. Answers false when its id is not known. */
  async remember(fileId: string, title: string): Promise<boolean> {
    const path = this.#options.registry.pathOf(fileId);
    if (path === undefined) return false;
    const openedAt = this.#options.now().toISOString();
    await this.#file.update((entries) =>
      [{ fileId, path, title, openedAt }, ...entries.filter((entry) => entry.path !== path)].slice(0, KEPT),
    );
    return true;
  }

  async forget(fileId: string): Promise<void> {
    await this.#file.update((entries) => entries.filter((entry) => entry.fileId !== fileId));
  }
}
