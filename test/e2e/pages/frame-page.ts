import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

/** What surrounds every screen of an open plan: file state, undo, saving, the rail, questions. */
export class FramePage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  get #banner(): Locator {
    return this.#app.page.getByRole("banner");
  }

  get title(): Locator {
    return this.#banner.getByRole("button").first();
  }

  /** "Saved 14:03", "3 unsaved changes". */
  get fileState(): Locator {
    return this.#banner.getByRole("status").first();
  }

  /** Shown beside the file state of a plan that is open to look at only. */
  get readOnlyMark(): Locator {
    return this.#banner.getByText("Read-only", { exact: true });
  }

  get saveButton(): Locator {
    return this.#banner.getByRole("button", { name: "Save", exact: true });
  }

  get undoButton(): Locator {
    return this.#banner.getByRole("button", { name: "Undo", exact: true });
  }

  get redoButton(): Locator {
    return this.#banner.getByRole("button", { name: "Redo", exact: true });
  }

  /** The line below the top bar that says what went wrong. */
  get problem(): Locator {
    return this.#app.page.getByRole("alert");
  }

  get question(): Locator {
    return this.#app.page.getByRole("dialog");
  }

  async openScreen(name: string): Promise<void> {
    await this.#app.page.getByRole("link", { name, exact: true }).click();
    await this.expectOnScreen(name);
  }

  async expectOnScreen(name: string): Promise<void> {
    const link = this.#app.page.getByRole("link", { name, exact: true });
    await expect(link).toHaveAttribute("aria-current", "page");
  }

  /** A command of the menu beside Save. */
  async chooseFileCommand(name: string): Promise<void> {
    await this.#banner.getByRole("button", { name: "More file commands" }).click();
    await this.#app.page.getByRole("menuitem", { name, exact: true }).click();
  }

  /** Saves, into the file at this path where the plan has none yet, and hands back what is on disk. */
  async save(path: string, { isNew = false } = {}): Promise<Uint8Array> {
    if (isNew) this.#app.answerSave(path);
    await this.saveButton.click();
    await this.expectSaved();
    return this.#app.readSaved(path);
  }

  async expectSaved(): Promise<void> {
    await expect(this.fileState).toHaveText(/^Saved \d\d:\d\d$/);
  }

  async expectUnsaved(count: number): Promise<void> {
    await expect(this.fileState).toHaveText(`${count} unsaved change${count === 1 ? "" : "s"}`);
  }

  /** The thin line that says which file is being read, with a way out. */
  get reading(): Locator {
    return this.#app.page.getByRole("status").filter({ hasText: /^Reading / });
  }

  /** Drops a file anywhere on the page. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    const { page } = this.#app;
    const dataTransfer = await page.evaluateHandle(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(content)], fileName));
        return transfer;
      },
      [name, [...bytes]] as const,
    );
    for (const type of ["dragover", "drop"]) await page.dispatchEvent("body", type, { dataTransfer });
  }

  /** Writes a copy for the public to this path, and hands it back. */
  async publish(authorName: string, path: string): Promise<Uint8Array> {
    await this.chooseFileCommand("Publish a clean copy…");
    await this.question.getByLabel("Name to show as the author (optional)").fill(authorName);
    this.#app.answerSave(path);
    await this.answer("Choose a place…", { isLast: false });
    await expect(this.question).toContainText("The clean copy is written.");
    await this.question.getByRole("button", { name: "Close" }).last().click();
    await expect(this.question).toBeHidden();
    return this.#app.readSaved(path);
  }

  /** `isLast`: the question is gone after it. */
  async answer(name: string, { isLast = true } = {}): Promise<void> {
    await this.question.getByRole("button", { name, exact: true }).click();
    if (isLast) await expect(this.question).toBeHidden();
  }
}
