/**
 * Who comes when. Files are opened, saved and closed one at a time; one more may
 * wait, further ones are passed over. Edits and the writing of a file take turns.
 */
export class SessionTurns {
  readonly #onFailure: (error: unknown) => void;
  #fileTurn: Promise<void> = Promise.resolve();
  #isFileWorkWaiting = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(onFailure: (error: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /** Runs file work when what is under way is done; passed over when something else waits already. */
  async fileWork(work: () => Promise<unknown>): Promise<void> {
    if (this.#isFileWorkWaiting) return;
    this.#isFileWorkWaiting = true;
    const done = this.#fileTurn.then(async () => {
      this.#isFileWorkWaiting = false;
      try {
        await work();
      } catch (error) {
        this.#onFailure(error);
      }
    });
    this.#fileTurn = done;
    return done;
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}
