import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

/** Levers on the left, what they do on the right. */
export class ScenariosPage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  get #main(): Locator {
    return this.#app.page.getByRole("main");
  }

  get levers(): Locator {
    return this.#app.page.getByRole("region", { name: "Levers" });
  }

  get list(): Locator {
    return this.#app.page.getByRole("region", { name: "Scenarios", exact: true });
  }

  /** The number box of a lever. */
  lever(name: string): Locator {
    return this.levers.getByRole("textbox", { name, exact: true });
  }

  slider(name: string): Locator {
    return this.levers.getByRole("slider", { name: `${name}, slider` });
  }

  /** Types into the box of a lever, without leaving it. */
  async startTyping(name: string, text: string): Promise<void> {
    const box = this.lever(name);
    // After Enter and Escape the box keeps the focus, with its whole figure selected.
    await box.blur();
    await box.focus();
    // What is typed replaces the bare number that the box shows once it has the focus.
    await expect(box).toHaveValue(/^[\d.]+$/);
    await box.fill(text);
  }

  async setLever(name: string, text: string): Promise<void> {
    await this.startTyping(name, text);
    await this.lever(name).press("Enter");
  }

  async chooseNewSeats(choice: RegExp): Promise<void> {
    await this.levers.getByRole("radiogroup", { name: "New seats go to" }).getByText(choice).click();
  }

  /** One of the choices of a lever that has no numbers. */
  async choose(name: string, choice: string): Promise<void> {
    const lever = this.levers.getByRole("radiogroup", { name });
    if (!(await lever.isVisible())) await this.levers.getByText("More levers").click();
    await lever.getByText(choice, { exact: true }).click();
  }

  /** The sentence before all figures. */
  get bindingLimit(): Locator {
    return this.#main.getByRole("status").filter({ hasText: /limit/i }).first();
  }

  /** Name, value and difference of one of the figures on top. */
  tile(name: string): Locator {
    return this.#main
      .getByRole("listitem")
      .filter({ has: this.#app.page.getByRole("button", { name: `How is “${name}” worked out?` }) });
  }

  table(name: RegExp): Locator {
    return this.#main.getByRole("region", { name }).getByRole("table");
  }

  /** A row of the table of all figures: base, scenario, difference. */
  async expectFigure(
    name: string,
    base: string,
    scenario: string | RegExp,
    difference: string | RegExp,
  ): Promise<void> {
    const row = this.table(/^All figures/)
      .getByRole("row")
      .filter({ has: this.#app.page.getByRole("button", { name: `How is “${name}” worked out?` }) });
    await expect(row.getByRole("cell")).toHaveText([base, scenario, difference]);
  }

  /** A task in the matrix: one cell a year, then the reason. */
  taskCells(code: string): Locator {
    return this.table(/^Priority tasks/)
      .getByRole("row")
      .filter({ has: this.#app.page.getByRole("rowheader", { name: code }) })
      .getByRole("cell");
  }

  async saveAsScenario(title: string): Promise<void> {
    await this.#main.getByRole("button", { name: "Save as new scenario" }).click();
    const form = this.#app.page.getByRole("dialog");
    await form.getByRole("textbox", { name: "Name" }).fill(title);
    await form.getByRole("button", { name: "Save", exact: true }).click();
    await expect(this.#main.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  async selectScenario(title: string): Promise<void> {
    await this.list.getByRole("button", { name: title }).first().click();
  }
}
