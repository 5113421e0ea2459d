import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

export type EngineTab = "Results" | "Sweep" | "Sensitivity" | "Search" | "Robustness";

/** The tabs of the Scenarios screen beside its results: sweeps, sensitivity, searches, robustness. */
export class EnginePage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  get #panel(): Locator {
    return this.#app.page.getByRole("tabpanel");
  }

  async openTab(name: EngineTab): Promise<void> {
    await this.#app.page.getByRole("tab", { name, exact: true }).click();
    await expect(this.#app.page.getByRole("tabpanel", { name, exact: true })).toBeVisible();
  }

  region(name: string | RegExp): Locator {
    return this.#panel.getByRole("region", { name });
  }

  box(name: string): Locator {
    return this.#panel.getByRole("textbox", { name, exact: true });
  }

  /** Boxes of one axis of a sweep. */
  axis(name: "Down" | "Across"): Locator {
    return this.#panel.getByRole("group", { name, exact: true });
  }

  /** A cell of the heatmap: "Seats 40, Decentralised share 5 %". */
  cell(scenario: string): Locator {
    return this.#panel.getByRole("button", { name: `${scenario}:` });
  }

  /** There while something takes longer than a moment, beside its progress. */
  get cancelButton(): Locator {
    return this.#panel.getByRole("button", { name: "Cancel", exact: true });
  }

  async chooseMethod(name: "Tornado" | "Morris" | "Sobol"): Promise<void> {
    const group = this.#panel.getByRole("radiogroup", { name: "Method" });
    await group.getByText(name, { exact: true }).click();
    await expect(group.getByRole("radio", { name, exact: true })).toBeChecked();
  }

  /** Switches uncertainty on for the figures of the Results tab. */
  async showUncertainty(): Promise<void> {
    const bar = this.region("Uncertainty");
    await bar.getByRole("switch").click();
    await expect(bar.getByRole("switch")).toBeChecked();
  }
}
