import { expect, type Page } from "@playwright/test";

export interface ScreenLink {
  /** As in the address: `tasks`. */
  readonly id: string;
  open(): Promise<void>;
}

/** Every screen of the open plan, as the rail lists them. */
export async function listScreens(page: Page): Promise<ScreenLink[]> {
  const addresses = await page
    .getByRole("navigation")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return addresses.map((address) => ({
    id: address.replace("#/", ""),
    open: async () => {
      const link = page.getByRole("navigation").locator(`a[href="${address}"]`);
      await link.click();
      await expect(link).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
      // What is shown first may still be waiting for figures, grids and charts.
      await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
    },
  }));
}

/** Opens the tabs of the screen that is shown, one after another, and goes back to the first, which was open. */
export async function visitTabs(page: Page, visit: (name: string) => Promise<void>): Promise<void> {
  const tabs = page.getByRole("main").getByRole("tab");
  for (let index = 1; index < (await tabs.count()); index += 1) {
    const tab = tabs.nth(index);
    const name = (await tab.textContent()) ?? "";
    await tab.click();
    const panel = page.getByRole("tabpanel", { name, exact: true });
    await expect(panel.getByRole("heading").first()).toBeVisible();
    await visit(name);
  }
  if ((await tabs.count()) > 0) await tabs.first().click();
}
