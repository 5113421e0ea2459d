/** A page's private file system in memory, as far as journals use it. */
export class PrivateFolder {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Map<string, PrivateFolder>();
  /** Whether the disk fails when it is told to keep what was written. */
  failsToFlush = false;
  /** Files that a worker has hold of: no other one gets them. */
  readonly held = new Set<string>();
  /** Bytes that still fit on the disk. */
  roomBytes = Number.POSITIVE_INFINITY;

  get handle(): FileSystemDirectoryHandle {
    return this as unknown as FileSystemDirectoryHandle;
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<PrivateFolder> {
    const known = this.folders.get(name);
    if (known !== undefined) return known;
    if (!create) throw new DOMException(name, "NotFoundError");
    const made = new PrivateFolder();
    this.folders.set(name, made);
    return made;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    if (!this.files.has(name)) {
      if (!create) throw new DOMException(name, "NotFoundError");
      this.files.set(name, new Uint8Array());
    }
    const read = () => this.files.get(name) ?? new Uint8Array();
    return {
      getFile: async () => ({ lastModified: 0, arrayBuffer: async () => new Uint8Array(read()).buffer }),
      createSyncAccessHandle: async () => {
        if (this.held.has(name)) throw new DOMException(name, "NoModificationAllowedError");
        this.held.add(name);
        return {
          write: (bytes: Uint8Array, { at }: { readonly at: number }) => {
            const written = bytes.subarray(0, Math.max(0, Math.min(bytes.byteLength, this.roomBytes)));
            const content = new Uint8Array(Math.max(read().byteLength, at + written.byteLength));
            content.set(read());
            content.set(written, at);
            this.files.set(name, content);
            return written.byteLength;
          },
          truncate: (sizeBytes: number) => void this.files.set(name, read().slice(0, sizeBytes)),
          flush: () => {
            if (this.failsToFlush) throw new DOMException("the disk is full", "QuotaExceededError");
          },
          close: () => void this.held.delete(name),
        };
      },
    };
  }

  /** What becomes of them when their worker ends. */
  letGo(): void {
    this.held.clear();
    for (const folder of this.folders.values()) folder.letGo();
  }

  async *keys(): AsyncIterable<string> {
    yield* [...this.files.keys(), ...this.folders.keys()];
  }

  async removeEntry(name: string): Promise<void> {
    if (!this.files.delete(name) && !this.folders.delete(name)) throw new DOMException(name, "NotFoundError");
  }
}
