import type { Host, JournalHeader } from "../host/host";

/**
 * Keeps the crash journal of one editing session. The journal is opened with
 * the first edit. Batches that the host refused are kept and sent again, in
 * order, with the next edit.
 */
export class JournalKeeper {
  readonly #host: Host;
  #header: JournalHeader;
  #journalId: string | null = null;
  #unsent: Uint8Array[];

  /** `pending` goes before the first edit's batches: how a new plan was made. */
  constructor(host: Host, header: JournalHeader, pending: readonly Uint8Array[] = []) {
    this.#host = host;
    this.#header = header;
    this.#unsent = [...pending];
  }

  /** True once everything, these batches too, is protected as far as the host can. */
  async append(batches: readonly Uint8Array[]): Promise<boolean> {
    this.#unsent.push(...batches);
    const journalId = this.#journalId ?? (await this.#open());
    if (journalId === null) return false;
    while (this.#unsent[0] !== undefined) {
      const appended = await this.#host.appendJournal({ journalId, batch: this.#unsent[0] });
      if (!appended.ok) return false;
      this.#unsent.shift();
    }
    return true;
  }

  /** After a verified save: what was kept so far is in the file. */
  async rebase(header: JournalHeader): Promise<void> {
    this.#header = header;
    this.#unsent = [];
    if (this.#journalId === null) return;
    await this.#host.rebaseJournal({ journalId: this.#journalId, header });
  }

  /** The work was saved or given up. */
  async clear(): Promise<void> {
    this.#unsent = [];
    const journalId = this.#journalId;
    this.#journalId = null;
    if (journalId !== null) await this.#host.clearJournal({ journalId });
  }

  async #open(): Promise<string | null> {
    const opened = await this.#host.openJournal(this.#header);
    if (!opened.ok) return null;
    this.#journalId = opened.value.journalId;
    return this.#journalId;
  }
}
