import type { Page } from "@playwright/test";

interface TimedInput {
  readonly event: "keydown" | "click";
  /** Makes the event happen. */
  readonly act: () => Promise<void>;
  /** Whose text has to become another one. */
  readonly selector: string;
  /** What has to be the current page as well; null where nothing is navigated. */
  readonly current: string | null;
}

/** Nothing that is measured may take longer. */
const LIMIT_MS = 10_000;

/**
 * Milliseconds from an input to the end of the first frame in which an element
 * says something else than before. Nothing is asked of the page before it does.
 *
 * @throws when nothing has changed after ten seconds
 */
export async function timeInput(page: Page, { event, act, selector, current }: TimedInput): Promise<number> {
  await page.evaluate(
    ({ event: name, selector: measured, current: wanted, limitMs }) => {
      const read = () => document.querySelector(measured)?.textContent ?? "";
      const before = read();
      const isThere = () =>
        wanted === null || document.querySelector(wanted)?.getAttribute("aria-current") === "page";
      const waiting = new Promise<number>((resolve, reject) => {
        const fail = (what: string) =>
          reject(new Error(`bench: ${what}: ${measured} says ${JSON.stringify(read().slice(0, 200))}`));
        const never = setTimeout(() => fail(`no ${name} came`), limitMs);
        const onInput = ({ timeStamp }: Event) => {
          clearTimeout(never);
          const late = setTimeout(() => fail(`nothing new after a ${name}`), limitMs);
          const look = () => {
            if (!isThere() || read() === before || read() === "") return;
            observer.disconnect();
            clearTimeout(late);
            requestAnimationFrame(() => {
              // What a frame callback finds is painted right after it; a task that blocks the user
              // comes in behind the painting, and before whatever the next frame is for.
              const tell = () => resolve(performance.now() - timeStamp);
              void scheduler.postTask(tell, { priority: "user-blocking" });
            });
          };
          // Asking for frames until one shows the result would make Chromium paint at once
          // and put off the answer: no person does that.
          const observer = new MutationObserver(look);
          observer.observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
        };
        window.addEventListener(name, onInput, { once: true, capture: true });
      });
      // Whoever waits for it hears of a failure.
      waiting.catch(() => {});
      Object.assign(window, { waiting });
    },
    { event, selector, current, limitMs: LIMIT_MS },
  );
  await act();
  return page.evaluate(() => (window as unknown as { waiting: Promise<number> }).waiting);
}
