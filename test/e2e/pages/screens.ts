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
