import { randomUUID } from "node:crypto";
import { resolve } from "node:path";

/**
 * Which opaque id stands for which path. The page only ever holds ids, and an
 * id exists only for files that the user picked, passed or used recently.
 */
export class FileRegistry {
  readonly #pathById = new Map<string, string>();
  readonly #idByPath = new Map<string, string>();
  readonly #chosenForSaving = new Set<string>();

  /** The id of a path the user chose; the same path keeps its id. */
  register(path: string): string {
    const absolute = resolve(path);
    const known = this.#idByPath.get(absolute);
    if (known !== undefined) return known;
    const fileId = randomUUID();
    this.restore(fileId, absolute);
    return fileId;
  }

  /** Brings back an id that was handed out before a restart. */
  restore(fileId: string, path: string): void {
    const absolute = resolve(path);
    if (this.#idByPath.has(absolute) || this.#pathById.has(fileId)) return;
    this.#pathById.set(fileId, absolute);
    this.#idByPath.set(absolute, fileId);
  }

  /** The user chose this place to save to, so it is theirs even in a temporary folder. */
  markChosenForSaving(fileId: string): void {
    this.#chosenForSaving.add(fileId);
  }

  isChosenForSaving(fileId: string): boolean {
    return this.#chosenForSaving.has(fileId);
  }

  pathOf(fileId: string): string | undefined {
    return this.#pathById.get(fileId);
  }
}
