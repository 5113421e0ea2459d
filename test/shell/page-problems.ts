import type { Page } from "@playwright/test";

/** What went wrong in a page without any test asking: errors, and violations of the content policy. */
export class PageProblems {
  readonly found: string[] = [];

  /**
   * Must be called before the first document loads.
   *
   * @returns stops watching: what fails while an app is being ended is no problem of its own
   */
  async watch(page: Page): Promise<() => void> {
    let isWatching = true;
    page.on("console", (message) => {
      if (!isWatching || message.type() !== "error") return;
      const { url } = message.location();
      this.found.push(`console: ${message.text()}${url === "" ? "" : ` (${url})`}`);
    });
    page.on("pageerror", (error) => {
      if (isWatching) this.found.push(`uncaught: ${error.stack ?? error.message}`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(
          `content policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
        );
      });
    });
    return () => {
      isWatching = false;
    };
  }
}
