import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

/** The screen on which two copies of a plan are brought together. */
export class MergePage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  /** The panel with this title. */
  panel(title: string): Locator {
    return this.#app.page.getByRole("region", { name: title });
  }

  get conflicts(): Locator {
    return this.#app.page.getByRole("listbox", { name: "Conflicts" }).getByRole("option");
  }

  /** The values of the current conflict, in the order of their keys. */
  get choices(): Locator {
    return this.#app.page.getByRole("region", { name: /^Conflict \d/ }).locator("button[aria-keyshortcuts]");
  }

  /** The line in the problems bar that leads here. */
  get standingConflicts(): Locator {
    return this.#app.page.getByRole("contentinfo").getByRole("link", { name: /to settle$/ });
  }

  /** Puts the file at this path beside the open plan. */
  async choose(path: string): Promise<void> {
    this.#app.answerOpen(path);
    await this.#app.page.getByRole("button", { name: "Choose the other file…" }).click();
    await expect(this.#app.page.getByRole("heading", { name: /^This plan and/ })).toBeVisible();
  }

  /** Takes the other file away again. */
  async putAway(): Promise<void> {
    await this.#app.page.getByRole("button", { name: "Put the other file away" }).click();
    await expect(this.#app.page.getByRole("button", { name: "Choose the other file…" })).toBeVisible();
  }

  /** Decides the current conflict by its key; the list has the focus by itself. */
  async press(key: string): Promise<void> {
    await expect(this.#app.page.getByRole("listbox", { name: "Conflicts" })).toBeFocused();
    await this.#app.page.keyboard.press(key);
  }

  async take(): Promise<void> {
    await this.#app.page.getByRole("button", { name: "Take into this plan" }).click();
    await expect(this.#app.page.getByRole("button", { name: "Choose the other file…" })).toBeVisible();
  }
}
