import type { Locator, Page } from "@playwright/test";
import { expect } from "../../shell/fixtures";

/** A person without a mouse, who must see at every stop where the focus is. */
export class Keyboard {
  readonly #getPage: () => Page;

  constructor(getPage: () => Page) {
    this.#getPage = getPage;
  }

  async press(key: string): Promise<void> {
    await this.#getPage().keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.#getPage().keyboard.type(text);
  }

  /** Presses a key until the focus is on the target, and looks at the focus at each stop on the way. */
  async moveTo(target: Locator, key = "Tab", maximumSteps = 40): Promise<void> {
    await expect(target).toBeAttached();
    for (let step = 0; step < maximumSteps; step += 1) {
      if (await hasFocus(target)) return;
      await this.press(key);
      await this.expectVisibleFocus();
    }
    throw new Error(`${maximumSteps} × ${key} do not lead to ${target}`);
  }

  /** Replaces what the focused box holds. */
  async replaceText(text: string): Promise<void> {
    await this.press("Control+a");
    await this.type(text);
  }

  async expectVisibleFocus(): Promise<void> {
    const look = () => this.#getPage().evaluate(describeFocus);
    // A ring may take its 100 ms to appear.
    await expect.poll(look, { message: "where is the focus?", intervals: [50, 100] }).toBe("seen");
  }
}

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement || element.matches(":focus-within"));

/** "seen" when an outline, a ring or a border of the accent's colour shows the focus, else what has it. */
function describeFocus(): string {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return "seen";
  const probe = document.body.appendChild(document.createElement("span"));
  const accents = ["--focus", "--accent"].map((name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  // Radios are drawn by their label, a box by what is around it.
  const drawnBy = [focused, focused.nextElementSibling, focused.parentElement];
  const isSeen = drawnBy.some((element) => {
    if (element === null) return false;
    const style = getComputedStyle(element);
    const hasOutline = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
    const hasBorder = accents.includes(style.borderTopColor) && Number.parseFloat(style.borderTopWidth) >= 1;
    return hasOutline || hasBorder || style.boxShadow !== "none";
  });
  return isSeen ? "seen" : (focused.cloneNode() as Element).outerHTML.slice(0, 300);
}
