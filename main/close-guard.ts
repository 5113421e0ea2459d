import type { CloseDecision } from "../preload/contract";

/** How long the page may take to say that it heard the question; it may take any time to answer. */
export const CLOSE_RECEIPT_LIMIT_MS = 3000;

export interface CloseGuardActions {
  /** Tells the page that the user wants to close. */
  ask(requestId: number): void;
  /** Asks the user, natively, about a page that does not hear. */
  askAboutHangingPage(): Promise<"close" | "wait">;
  /** Closes without any further question. */
  close(): void;
  /** Runs a step later; answers how to call it off. */
  delay(durationMs: number, step: () => void): () => void;
}

/**
 * Decides whether a window may close. The question about unsaved changes is
 * the page's; the shell asks the page, waits for its answer as long as the
 * page is alive, and steps in only where the page does not even hear.
 */
export class CloseGuard {
  readonly #actions: CloseGuardActions;
  #pageIsListening = false;
  #lastRequestId = 0;
  #openRequestId: number | null = null;
  #callOffReceiptCheck: () => void = () => undefined;

  constructor(actions: CloseGuardActions) {
    this.#actions = actions;
  }

  /** The page can be asked from now on. */
  pageIsReady(): void {
    this.#pageIsListening = true;
  }

  /** The page was closed, reloaded or crashed: there is nobody to ask. */
  pageIsGone(): void {
    this.#pageIsListening = false;
    this.#settle();
  }

  /** The user wants to close. True: let it happen now; false: the answer comes later. */
  requestClose(): boolean {
    if (!this.#pageIsListening) return true;
    if (this.#openRequestId !== null) return false;
    this.#lastRequestId += 1;
    const requestId = this.#lastRequestId;
    this.#openRequestId = requestId;
    this.#callOffReceiptCheck = this.#actions.delay(CLOSE_RECEIPT_LIMIT_MS, () => {
      void this.#onNoReceipt(requestId);
    });
    this.#actions.ask(requestId);
    return false;
  }

  /** The page heard the question. */
  onReceived(requestId: number): void {
    if (requestId === this.#openRequestId) this.#callOffReceiptCheck();
  }

  /** The page answered. Late answers to earlier questions are ignored. */
  onAnswer(requestId: number, decision: CloseDecision): void {
    if (requestId !== this.#openRequestId) return;
    this.#settle();
    if (decision === "close") this.#actions.close();
  }

  async #onNoReceipt(requestId: number): Promise<void> {
    const choice = await this.#actions.askAboutHangingPage();
    if (requestId !== this.#openRequestId) return;
    this.#settle();
    if (choice === "close") this.#actions.close();
  }

  #settle(): void {
    this.#callOffReceiptCheck();
    this.#openRequestId = null;
  }
}
