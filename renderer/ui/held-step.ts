/** What a person may do next: it finds the page as if nothing had been held. */
const NEXT_INPUTS = [
  "pointerdown",
  "pointermove",
  "mousedown",
  "wheel",
  "compositionstart",
  "copy",
  "cut",
  "paste",
] as const;

interface Held {
  readonly take: () => void;
  readonly timer: number;
  readonly ending: AbortController;
}

/**
 * Holds back what the page would show of an input at once (an editor that closes,
 * a thumb that moves) until the plan has answered, so that both are painted in
 * one frame. Shown at once it would cost a frame of its own, in which the figures
 * are still those of before, and the answer would come later. Whatever a person
 * does meanwhile ends the waiting first; a key goes to what has the focus then,
 * so nothing typed is lost.
 */
export class HeldStep {
  readonly #limitMs: number;
  #held: Held | null = null;

  /** After `limitMs` the answer is not waited for any longer. */
  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  get isHeld(): boolean {
    return this.#held !== null;
  }

  /** Calls `take` when `answer` is settled, when that takes too long, or before the next input; once. */
  hold(answer: Promise<unknown>, take: () => void): void {
    this.release();
    const ending = new AbortController();
    const { signal } = ending;
    const held: Held = { take, timer: window.setTimeout(() => this.release(), this.#limitMs), ending };
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

  /** Takes the step now, if one is held. */
  release(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    window.clearTimeout(held.timer);
    held.ending.abort();
    held.take();
  }

  /** A key that was meant for what has the focus after the step, while its event is still on the way to what had it before. */
  #passOn(event: KeyboardEvent): void {
    this.release();
    const focused = document.activeElement;
    if (focused === null || focused === event.target) return;
    event.stopImmediatePropagation();
    if (!focused.dispatchEvent(new KeyboardEvent(event.type, event))) event.preventDefault();
  }
}
