import type { Locator } from "@playwright/test";
import { type AppUnderTest, expect } from "../../shell/fixtures";

export type TaskColumn =
  | "code"
  | "title"
  | "priorityScore"
  | "startYear"
  | "endYear"
  | "total"
  | `year-${number}`;

/** The spreadsheet of tasks. */
export class TasksPage {
  readonly #app: AppUnderTest;

  constructor(app: AppUnderTest) {
    this.#app = app;
  }

  get grid(): Locator {
    return this.#app.page.getByRole("grid");
  }

  /** The row of the task with this code. */
  row(code: string): Locator {
    const codeCell = this.#app.page.locator('[col-id="code"]', { hasText: new RegExp(`^${code}$`) });
    return this.grid.getByRole("row").filter({ has: codeCell });
  }

  cell(code: string, column: TaskColumn): Locator {
    return this.row(code).locator(`[col-id="${column}"]`);
  }

  /** The box that is open for typing. */
  get editor(): Locator {
    return this.grid.getByRole("textbox");
  }

  /** Opens a cell for typing and replaces its text, without leaving it. */
  async startTyping(code: string, column: TaskColumn, text: string): Promise<void> {
    await this.cell(code, column).dblclick();
    await this.editor.fill(text);
  }

  /** Types a value into a cell and sees it there. */
  async type(code: string, column: TaskColumn, text: string, shown: string | RegExp = text): Promise<void> {
    await this.startTyping(code, column, text);
    await this.editor.press("Enter");
    await expect(this.cell(code, column)).toHaveText(shown);
  }

  /** Types what must be refused: the reason is shown and read out, and Escape brings the old value back. */
  async expectRefusal(code: string, column: TaskColumn, text: string, reason: string): Promise<void> {
    const before = (await this.cell(code, column).innerText()).trim();
    await this.startTyping(code, column, text);
    await this.editor.press("Enter");
    await expect(this.editor).toHaveAttribute("aria-invalid", "true");
    await expect(this.#app.page.getByText(reason).first()).toBeVisible();
    await expect(this.#app.page.locator("#announcements")).toHaveText(reason);
    await this.editor.press("Escape");
    await expect(this.editor).toBeHidden();
    expect((await this.cell(code, column).innerText()).trim()).toBe(before);
  }
}
