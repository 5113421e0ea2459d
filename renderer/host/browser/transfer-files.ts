import { err, ok } from "../../../core/result";
import type { FileInfo, FileKind, HostResult, OpenedFile, SaveTarget, WrittenFile } from "../host";
import { MAX_BYTES } from "../host-values";
import { toHostError } from "./browser-errors";
import { stampOf, toPlainBytes } from "./content-stamp";

/**
 * Files where the browser has no pickers with handles: opened through a file
 * input, saved as downloads. Known only until the page is left.
 */
export class TransferFiles {
  readonly #contentById = new Map<string, { name: string; content: Blob | null }>();

  async pickFile(kinds: readonly FileKind[]): Promise<HostResult<FileInfo>> {
    const file = await askForFile(kinds);
    return file === null ? err({ type: "cancelled" }) : ok(this.#register(file.name, file));
  }

  /** There is no dialog: the browser's own download settings decide where a save goes. */
  async pickSaveTarget(suggestedName: string): Promise<HostResult<SaveTarget>> {
    return ok({ file: this.#register(suggestedName, null), existing: null });
  }

  async readFile(fileId: string): Promise<HostResult<OpenedFile>> {
    const known = this.#contentById.get(fileId);
    if (known === undefined) return err({ type: "unknown-id" });
    if (known.content === null) return err({ type: "not-found", name: known.name });
    if (known.content.size > MAX_BYTES) return err({ type: "too-large", limitBytes: MAX_BYTES });
    try {
      const bytes = new Uint8Array(await known.content.arrayBuffer());
      return ok({ file: describe(fileId, known.name), bytes, stamp: await stampOf(bytes) });
    } catch (error) {
      return err(toHostError(error, known.name));
    }
  }

  async writeFile(fileId: string, bytes: Uint8Array): Promise<HostResult<WrittenFile>> {
    const known = this.#contentById.get(fileId);
    if (known === undefined) return err({ type: "unknown-id" });
    download(known.name, bytes);
    this.#contentById.set(fileId, { name: known.name, content: new Blob([toPlainBytes(bytes)]) });
    return ok({ file: describe(fileId, known.name), stamp: await stampOf(bytes) });
  }

  #register(name: string, content: Blob | null): FileInfo {
    const fileId = crypto.randomUUID();
    this.#contentById.set(fileId, { name, content });
    return describe(fileId, name);
  }
}

const describe = (fileId: string, name: string): FileInfo => ({ fileId, name, folder: "", mustSaveAs: null });

/** Shows the browser's file dialog; null when it was cancelled. */
function askForFile(kinds: readonly FileKind[]): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = kinds.flatMap(({ extensions }) => extensions.map((name) => `.${name}`)).join(",");
  return new Promise((answer) => {
    input.addEventListener("change", () => answer(input.files?.[0] ?? null), { once: true });
    input.addEventListener("cancel", () => answer(null), { once: true });
    input.click();
  });
}

/** Hands bytes to the browser as a download. */
export function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([toPlainBytes(bytes)], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken the content over by the time a minute has passed.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
