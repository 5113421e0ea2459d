import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

/** What other programs get from a selection. */
export interface CopiedBlock {
  readonly text: string;
  readonly html: string;
}

/** A grid used as a spreadsheet: blocks of cells, the clipboard, and what is said about them. */
export class SheetPage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  /** "3 × 4 cells selected, sum …" */
  get status(): Locator {
    return this.#app.page.getByRole("main").getByRole("status").filter({ hasText: "selected" });
  }

  get problem(): Locator {
    return this.#app.page.getByRole("main").getByRole("alert");
  }

  get announcement(): Locator {
    return this.#app.page.locator("#announcements");
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#app.page.keyboard.press(key);
  }

  /** Presses keys one right behind the other, with nothing coming in between. */
  async pressAtOnce(...keys: readonly { readonly key: string; readonly ctrlKey?: boolean }[]): Promise<void> {
    await this.#app.page.evaluate((presses) => {
      for (const press of presses) {
        const event = new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }
    }, keys);
  }

  /** Selects a block with the mouse. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const { mouse } = this.#app.page;
    const [start, end] = [await centreOf(from), await centreOf(to)];
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await mouse.move(end.x, end.y);
    await mouse.up();
  }

  /** What Ctrl+C would give to another program. */
  copy(): Promise<CopiedBlock> {
    return this.#app.page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return { text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") };
    });
  }

  /** Ctrl+V of what another program has put on the clipboard. */
  async paste(text: string): Promise<void> {
    await this.#app.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
  }

  async expectAnnounced(text: string | RegExp): Promise<void> {
    await expect(this.announcement).toHaveText(text);
  }
}

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
