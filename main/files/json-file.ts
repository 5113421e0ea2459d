import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { replaceAtomically } from "./atomic-save";

/**
 * One small JSON file of the app's own. What cannot be read (missing, damaged,
 * another shape) counts as `empty`: losing a list of recent files must not
 * keep anyone from working.
 */
export class JsonFile<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  readonly #empty: T;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(path: string, schema: z.ZodType<T>, empty: T) {
    this.#path = path;
    this.#schema = schema;
    this.#empty = empty;
  }

  async read(): Promise<T> {
    try {
      const parsed = this.#schema.safeParse(JSON.parse(await readFile(this.#path, "utf8")));
      return parsed.success ? parsed.data : this.#empty;
    } catch {
      return this.#empty;
    }
  }

  /** Replaces the file; writes run one after the other. */
  write(value: T): Promise<void> {
    const text = JSON.stringify(value, null, 2);
    const run = this.#lastWrite.then(() => replaceAtomically(this.#path, new TextEncoder().encode(text)));
    this.#lastWrite = run.catch(() => undefined);
    return run;
  }
}
