import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

/** Levers behind "More levers", and what the Scenarios screen shows beside its table of all figures. */
export class ScenarioResultsPage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  get #levers(): Locator {
    return this.#app.page.getByRole("region", { name: "Levers" });
  }

  #panel(name: RegExp): Locator {
    return this.#app.page.getByRole("main").getByRole("region", { name });
  }

  async openMoreLevers(): Promise<void> {
    await this.#levers.getByText("More levers").click();
  }

  /** A lever that is a choice. */
  async choose(lever: string, choice: string): Promise<void> {
    const group = this.#levers.getByRole("radiogroup", { name: lever, exact: true });
    await group.getByText(choice, { exact: true }).click();
    await expect(group.getByRole("radio", { name: choice, exact: true })).toBeChecked();
  }

  yearRow(name: string): Locator {
    return this.#panel(/^Year by year/)
      .getByRole("row")
      .filter({ has: this.#app.page.getByRole("rowheader", { name, exact: true }) });
  }

  /** A row of the table of years; each figure stands first in its cell, before what screen readers add. */
  async expectYears(name: string, figures: readonly string[]): Promise<void> {
    const starts = figures.map((figure) => new RegExp(`^${figure.replaceAll(".", "\\.")}(?![\\d.,])`));
    await expect(this.yearRow(name).getByRole("cell")).toHaveText(starts);
  }

  /** The row whose figure is marked as the one that binds in a year, counted from 0. */
  async expectBinding(name: string, yearIndex: number): Promise<void> {
    await expect(this.yearRow(name).getByRole("cell").nth(yearIndex)).toContainText("binding limit");
  }

  /** Source, moved to residents, lost by central tasks. */
  async expectMoved(
    rows: readonly (readonly [source: string, moved: string, lost: string])[],
  ): Promise<void> {
    const lines = this.#panel(/^What moves from central tasks/).getByRole("row");
    await expect(lines).toHaveText(["SourceTo residentsLost by tasks", ...rows.map((row) => row.join(""))]);
  }

  get nothingMoves(): Locator {
    return this.#panel(/^What moves from central tasks/).getByText("central tasks keep all their money");
  }

  /** Asks for the smallest council; the answer is `foundCouncil`. */
  async findSmallestCouncil(group: string, chance: string): Promise<void> {
    await this.#levers.getByRole("button", { name: "Find the smallest council…" }).click();
    await this.#levers.getByRole("textbox", { name: "Groups from" }).fill(group);
    await this.#levers.getByRole("textbox", { name: "Chance of a seat" }).fill(chance);
    await this.#levers.getByRole("button", { name: "Find", exact: true }).click();
  }

  get foundCouncil(): Locator {
    return this.#levers.getByRole("status");
  }
}
