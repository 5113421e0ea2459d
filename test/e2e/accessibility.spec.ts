/** What axe finds on every screen, light and dark, in both languages. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import en from "../../renderer/i18n/en.json" with { type: "json" };
import ko from "../../renderer/i18n/ko.json" with { type: "json" };
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { listScreens } from "./pages/screens";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const texts = { en, ko };
type Language = keyof typeof texts;

/** ag-grid puts its rows into presentational containers, which axe does not look through. */
const KNOWN_RULES = ["aria-required-children"];
const GRAVE = ["serious", "critical"];

/** Everything serious or critical, one line each. */
async function findGraveFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(axePath, "utf8"));
  const { violations, passes } = await page.evaluate(
    (): Promise<AxeResults> => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(passes.length, "axe has looked at the page").toBeGreaterThan(15);
  return violations
    .filter(({ id, impact }) => GRAVE.includes(impact ?? "") && !KNOWN_RULES.includes(id))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}

async function expectAccessible(app: AppUnderTest, what: string): Promise<void> {
  expect.soft(await findGraveFaults(app.page), what).toEqual([]);
}

async function visitEverything(app: AppUnderTest, language: Language): Promise<void> {
  const { page } = app;
  const text = texts[language];
  await expect(page.getByRole("heading", { name: text.start.newPlan })).toBeVisible();
  await expectAccessible(app, "start");
  await page.getByRole("button", { name: text.start.templates["seoul-civil-democracy"].title }).click();
  await openPages(app).start.waitForPlan();

  for (const screen of await listScreens(page)) {
    await test.step(screen.id, async () => {
      await screen.open();
      await expectAccessible(app, screen.id);
    });
  }
  await test.step("dialogs", async () => {
    await page.getByRole("banner").getByRole("button").first().click();
    const form = page.getByRole("dialog");
    await expect(form).toBeVisible();
    await expectAccessible(app, "renaming the plan");
    await form.getByRole("textbox").fill("Plan A");
    await page.keyboard.press("Enter");
    await expect(form).toBeHidden();
    await page.keyboard.press("Control+n");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(app, "question");
  });
}

for (const language of ["en", "ko"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ systemLocale: language === "ko" ? "ko-KR" : "en-US" });

      test("no screen, menu or dialog has a serious fault", async ({ app }) => {
        // The page is the same in every host.
        test.skip(app.host !== "browser");
        await app.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await visitEverything(app, language);
      });
    });
  }
}
