import type { BrowserContext, Page } from "@playwright/test";

/** What went wrong in a page without any test asking: errors, and violations of the content policy. */
export class PageProblems {
  readonly found: string[] = [];

  /** Must be called before the first document loads. */
  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(
          `content policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`,
        );
      });
    });
    context.on("page", (page) => this.#watchPage(page));
    for (const page of context.pages()) this.#watchPage(page);
  }

  #watchPage(page: Page): void {
    page.on("console", (message) => {
      if (message.type() === "error") this.found.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.found.push(`uncaught: ${error.stack ?? error.message}`));
  }
}
