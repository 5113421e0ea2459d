import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

/** The screen that says who did what, and leads back. */
export class HistoryPage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  get #list(): Locator {
    return this.#app.page.getByRole("region", { name: /^What was done/ });
  }

  /** Changes, the latest first. */
  get lines(): Locator {
    return this.#list.getByRole("listitem");
  }

  get detail(): Locator {
    return this.#app.page.getByRole("region", { name: "The change" });
  }

  get versions(): Locator {
    return this.#app.page.getByRole("region", { name: "Named versions" });
  }

  async sayOwnName(name: string): Promise<void> {
    const box = this.#app.page.getByRole("main").getByRole("textbox", { name: "Your name" });
    await box.fill(name);
    await box.press("Enter");
    await expect(this.lines.filter({ hasText: `${name} (you)` }).first()).toBeVisible();
  }

  async nameVersion(name: string): Promise<void> {
    await this.versions.getByRole("button", { name: "Name the plan as it is now…" }).click();
    const dialog = this.#app.page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(name);
    await dialog.getByRole("button", { name: "Keep" }).click();
    await expect(this.versions.getByText(name, { exact: true })).toBeVisible();
  }
}
