import type { z } from "zod";
import { replaceAtomically } from "./atomic-save";
import { nodeFileSystem } from "./file-system";

/**
 * One small JSON file of the app's own. What cannot be read (missing, damaged,
 * another shape) counts as `empty`: losing a list of recent files must not
 * keep anyone from working.
 */
export class JsonFile<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  readonly #empty: T;
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor(path: string, schema: z.ZodType<T>, empty: T) {
    this.#path = path;
    this.#schema = schema;
    this.#empty = empty;
  }

  async read(): Promise<T> {
    try {
      const parsed = this.#schema.safeParse(JSON.parse(await nodeFileSystem.readFile(this.#path, "utf8")));
      return parsed.success ? parsed.data : this.#empty;
    } catch {
      return this.#empty;
    }
  }

  /** Replaces the content by what `change` makes of it; changes run one after the other. */
  update(change: (current: T) => T): Promise<void> {
    const run = this.#lastChange.then(async () => {
      const text = JSON.stringify(change(await this.read()), null, 2);
      await replaceAtomically(this.#path, new TextEncoder().encode(text));
    });
    this.#lastChange = run.catch(() => undefined);
    return run;
  }
}
