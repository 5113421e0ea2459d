/**
 * Web Locks held for as long as this tab lives, or until they are released.
 * The browser lets go of them by itself when the tab closes or crashes.
 */
export class HeldLocks {
  readonly #releaseByName = new Map<string, () => void>();

  /** Takes a lock now or not at all. @param steal take it from whoever holds it */
  async acquire(name: string, steal: boolean): Promise<boolean> {
    if (this.#releaseByName.has(name)) return true;
    return new Promise((answer) => {
      void navigator.locks
        .request(name, steal ? { steal } : { ifAvailable: true }, (lock) => {
          if (lock === null) {
            answer(false);
            return undefined;
          }
          return new Promise<void>((release) => {
            this.#releaseByName.set(name, release);
            answer(true);
          });
        })
        // Rejected when another tab takes the lock over.
        .catch(() => this.#releaseByName.delete(name));
    });
  }

  release(name: string): void {
    this.#releaseByName.get(name)?.();
    this.#releaseByName.delete(name);
  }
}

/** The names of all locks that any tab of this browser holds. */
export async function queryHeldLocks(): Promise<Set<string>> {
  const { held } = await navigator.locks.query();
  return new Set(held?.map((lock) => lock.name ?? ""));
}
