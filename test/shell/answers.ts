/** What a test says in advance to the dialogs that will come. */
export type DialogAnswer =
  | { dialog: "open"; path: string | null }
  | { dialog: "save"; path: string | null }
  | { dialog: "message"; answer: "yes" | "no" };

/** A dialog that was shown, for tests to look at afterwards. */
export interface ShownDialog {
  dialog: DialogAnswer["dialog"];
  title: string;
  detail: string;
}

/**
 * Answers in the order in which they were given, one queue for each kind of
 * dialog. A dialog that nobody expected is cancelled and remembered, so that
 * the test that caused it fails.
 */
export class DialogAnswers {
  readonly shown: ShownDialog[] = [];
  readonly unexpected: ShownDialog[] = [];
  readonly #queue: DialogAnswer[] = [];

  constructor(answers: readonly DialogAnswer[] = []) {
    this.#queue.push(...answers);
  }

  /** The next open dialog picks this path; null cancels it. */
  answerOpen(path: string | null): void {
    this.#queue.push({ dialog: "open", path });
  }

  /** The next save dialog chooses this path; null cancels it. */
  answerSave(path: string | null): void {
    this.#queue.push({ dialog: "save", path });
  }

  /** The next native question is answered with its first button (yes) or its last (no). */
  answerMessage(answer: "yes" | "no"): void {
    this.#queue.push({ dialog: "message", answer });
  }

  takePath(shown: ShownDialog & { dialog: "open" | "save" }): string | null {
    const answer = this.#take(shown);
    return answer === undefined || answer.dialog === "message" ? null : answer.path;
  }

  /** A path said in advance for this kind of dialog, where the host shows none of its own. */
  takePathIfAny(dialog: "open" | "save"): string | null {
    return this.#queue.some((answer) => answer.dialog === dialog)
      ? this.takePath({ dialog, title: "", detail: "" })
      : null;
  }

  takeMessage(shown: ShownDialog & { dialog: "message" }): "yes" | "no" {
    const answer = this.#take(shown);
    return answer?.dialog === "message" ? answer.answer : "no";
  }

  #take(shown: ShownDialog): DialogAnswer | undefined {
    this.shown.push(shown);
    const index = this.#queue.findIndex((answer) => answer.dialog === shown.dialog);
    if (index < 0) {
      this.unexpected.push(shown);
      return undefined;
    }
    return this.#queue.splice(index, 1)[0];
  }
}
