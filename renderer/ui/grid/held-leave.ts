/** How long an editor stays open for an answer; then the cell says what the plan says until it comes. */
const LIMIT_MS = 50;

/** What a person may do next: it finds the grid as if the editor had been left at once. */
const NEXT_INPUTS = [
  "pointerdown",
  "mousedown",
  "wheel",
  "compositionstart",
  "copy",
  "cut",
  "paste",
] as const;

interface Held {
  readonly leave: () => void;
  readonly timer: number;
  readonly ending: AbortController;
}

/**
 * Keeps an editor open from the key that ends it until the plan has answered, so
 * that both are painted in one frame: closed at once, it would cost a frame of
 * its own, which shows the value of before and makes the answer come later.
 * Whatever a person does meanwhile ends the waiting first; a key goes to the
 * cell that has the focus then, so nothing typed is lost.
 */
export class HeldLeave {
  #held: Held | null = null;

  get isHeld(): boolean {
    return this.#held !== null;
  }

  /** Calls `leave` when `answer` is settled, when it takes too long, or before the next input; once. */
  hold(answer: Promise<unknown>, leave: () => void): void {
    this.release();
    const ending = new AbortController();
    const { signal } = ending;
    const held: Held = { leave, timer: window.setTimeout(() => this.release(), LIMIT_MS), ending };
    this.#held = held;
    const releaseThis = () => {
      if (this.#held === held) this.release();
    };
    answer.then(releaseThis, releaseThis);
    window.addEventListener("keydown", (event) => this.#passOn(event), { capture: true, signal });
    for (const name of NEXT_INPUTS) {
      window.addEventListener(name, releaseThis, { capture: true, passive: true, signal });
    }
    window.addEventListener("blur", releaseThis, { signal });
  }

  /** Leaves the editor now, if one is held. */
  release(): void {
    const held = this.#held;
    if (held === null) return;
    this.#end(held);
    held.leave();
  }

  #end({ timer, ending }: Held): void {
    this.#held = null;
    window.clearTimeout(timer);
    ending.abort();
  }

  /** A key that was meant for the next cell, while the event still goes to the editor. */
  #passOn(event: KeyboardEvent): void {
    this.release();
    const focused = document.activeElement;
    if (focused === null || focused === event.target) return;
    event.stopImmediatePropagation();
    if (!focused.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
  }
}
