import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

export const SEOUL_TEMPLATE = "Seoul civil democracy master plan";
export const EMPTY_TEMPLATE = "Empty plan";

/** Where the work begins: a new plan, an existing one, or what a crash left behind. */
export class StartPage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  get openButton(): Locator {
    return this.#app.page.getByRole("button", { name: "Open…", exact: true });
  }

  /** Plans that were open lately. */
  recent(name: string): Locator {
    return this.#app.page.getByRole("list", { name: "Recent" }).getByRole("button", { name }).first();
  }

  get recoveredWork(): Locator {
    return this.#app.page.getByRole("region", { name: /^Recovered work/ });
  }

  /** Starts a new plan and goes to its tasks. */
  async startPlan(template = SEOUL_TEMPLATE): Promise<void> {
    await this.#app.page.getByRole("button", { name: template }).click();
    await this.waitForPlan();
    await this.goToTasks();
  }

  /** Opens the file at this path; whether it is a plan is up to the caller to look at. */
  async open(path: string): Promise<void> {
    this.#app.answerOpen(path);
    await this.openButton.click();
  }

  /** In any language: the frame of an open plan is there. */
  async waitForPlan(): Promise<void> {
    await expect(this.#app.page.getByRole("navigation")).toBeVisible();
  }

  async goToTasks(): Promise<void> {
    await this.#app.page.locator('nav a[href="#/tasks"]').click();
    await expect(this.#app.page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
  }
}
