/** What axe finds on every screen, light and dark, in both languages. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import en from "../../renderer/i18n/en.json" with { type: "json" };
import ko from "../../renderer/i18n/ko.json" with { type: "json" };
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { listScreens, visitTabs } from "./pages/screens";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const texts = { en, ko };
type Language = keyof typeof texts;

/** ag-grid puts its rows into presentational containers, which axe does not look through. */
const KNOWN_RULES = ["aria-required-children"];
const GRAVE = ["serious", "critical"];

/** Everything serious or critical, one line each. */
async function findGraveFaults(page: Page, rules: readonly string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate((only): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run(only === null ? {} : { runOnly: { type: "rule", values: [...only] } });
  }, rules);
  expect(passes.length, "axe has looked at the page").toBeGreaterThan(0);
  return violations
    .filter(({ id, impact }) => GRAVE.includes(impact ?? "") && !KNOWN_RULES.includes(id))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(" ")})`));
}

/** Colours that are on their way to others are not to be judged. */
const settleAnimations = (page: Page) =>
  page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });

/** Looks at everything in the light theme; the dark one differs in its colours only. */
async function expectAccessible({ page }: AppUnderTest, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light");
  await settleAnimations(page);
  expect.soft(await findGraveFaults(page, null), `${what}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await settleAnimations(page);
  expect.soft(await findGraveFaults(page, ["color-contrast"]), `${what}, dark`).toEqual([]);
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
      await visitTabs(page, (tab) => expectAccessible(app, `${screen.id}, ${tab}`));
    });
  }
  await test.step("dialogs", async () => {
    await page.getByRole("banner").getByRole("button").first().click();
    const form = page.getByRole("dialog");
    await expect(form).toBeVisible();
    await expectAccessible(app, "renaming the plan");
    await form.getByRole("textbox").first().fill("Plan A");
    await page.keyboard.press("Enter");
    await expect(form).toBeHidden();
    await page.keyboard.press("Control+n");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectAccessible(app, "question");
  });
}

// The page is the same in every host.
test.skip(({ host }) => host !== "browser");

for (const language of ["en", "ko"] as const) {
  test.describe(language, () => {
    test.use({ systemLocale: language === "ko" ? "ko-KR" : "en-US" });

    test("no screen and no dialog has a serious fault, in light or dark", async ({ app }) => {
      test.slow();
      await visitEverything(app, language);
    });
  });
}
