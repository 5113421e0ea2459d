/** Korean is a first language: nothing English is left over, and money is in 만 and 억. And back. */
import type { Page } from "@playwright/test";
import en from "../../renderer/i18n/en.json" with { type: "json" };
import ko from "../../renderer/i18n/ko.json" with { type: "json" };
import { type AppUnderTest, expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { listScreens, visitTabs } from "./pages/screens";

const texts = { en, ko };
type Language = keyof typeof texts;

/** All texts of a language file, by key. */
function flatten(tree: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null
        ? [...flatten(value, `${path}${key}.`)]
        : [[`${path}${key}`, String(value)] as const],
    ),
  );
}

const escapeForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const letters = /[A-Za-z가-힣]{2,}/;

/** What must not be read in `language`: the other language's texts, with anything where they are filled in. */
function foreignTexts(language: Language): RegExp[] {
  const own = new Set(flatten(texts[language]).values());
  const other = [...flatten(texts[language === "ko" ? "en" : "ko"])];
  return other
    .filter(([key, text]) => !own.has(text) && !key.startsWith("language.") && letters.test(fixedPart(text)))
    .map(
      ([, text]) =>
        new RegExp(
          `^${text
            .split(/\{\{.*?\}\}/)
            .map(escapeForRegExp)
            .join(".+?")}$`,
          "s",
        ),
    );
}

const fixedPart = (text: string) => text.replace(/\{\{.*?\}\}/g, "");

/** Everything that is read on the page or out of it. */
function readPage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      // A language is named in itself.
      if (parent?.closest("[lang], script, style")?.matches(`script, style, [lang]:not(html)`)) continue;
      found.add(walker.currentNode.textContent?.trim() ?? "");
    }
    for (const name of ["aria-label", "title", "placeholder", "aria-description", "alt"])
      for (const element of document.body.querySelectorAll(`[${name}]`))
        found.add(element.getAttribute(name)?.trim() ?? "");
    return [...found, document.title].filter((text) => text !== "");
  });
}

async function expectOnly(app: AppUnderTest, language: Language, where: string): Promise<void> {
  await expect(app.page.locator("html")).toHaveAttribute("lang", language);
  const foreign = foreignTexts(language);
  const left = (await readPage(app.page)).filter((text) => foreign.some((pattern) => pattern.test(text)));
  expect.soft(left, `${where} in ${language}`).toEqual([]);
}

/** Makes a plan in the language on screen and reads every screen of it. */
async function readEveryScreen(app: AppUnderTest, language: Language): Promise<void> {
  const { page } = app;
  const text = texts[language];
  await expect(page.getByRole("heading", { name: text.start.newPlan })).toBeVisible();
  await expectOnly(app, language, "start");
  await page.getByRole("button", { name: text.start.templates["seoul-civil-democracy"].title }).click();
  await openPages(app).start.waitForPlan();
  for (const screen of await listScreens(page)) {
    await test.step(screen.id, async () => {
      await screen.open();
      await expectOnly(app, language, screen.id);
      await visitTabs(page, (tab) => expectOnly(app, language, `${screen.id}, ${tab}`));
    });
  }
}

// The page is the same in every host.
test.skip(({ host }) => host !== "browser");

test("switched to Korean, no screen has English left over, and amounts are in 만 and 억", async ({ app }) => {
  test.slow();
  const { page } = app;
  await page.getByRole("main").getByText(ko.language.ko, { exact: true }).click();
  await readEveryScreen(app, "ko");

  await page.getByRole("link", { name: ko.screen.scenarios, exact: true }).click();
  const cost = page.getByRole("listitem").filter({ hasText: ko.indicator.committeeCostWon.name });
  await expect(cost).toContainText(/1억 4,0\d\d만|1\.4억/);
  await page.getByRole("link", { name: ko.screen.tasks, exact: true }).click();
  await expect(page.getByText(ko.moneyUnit.hundredMillion, { exact: true })).toBeVisible();

  await test.step("the frame of the open plan goes back to English", async () => {
    await page.getByRole("button", { name: ko.language.en, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("link", { name: en.screen.tasks, exact: true })).toBeVisible();
  });

  await test.step("the choice is kept for the next start", async () => {
    await page.getByRole("button", { name: en.language.ko, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await app.restart();
    await expect(app.page.locator("html")).toHaveAttribute("lang", "ko");
    await expect(app.page.getByRole("heading", { name: ko.start.newPlan })).toBeVisible();
  });
});

test.describe("on a Korean system", () => {
  test.use({ systemLocale: "ko-KR" });

  test("the first start is in Korean; switched to English, no screen has Korean left over", async ({
    app,
  }) => {
    test.slow();
    const { page } = app;
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await expect(page.getByRole("heading", { name: ko.start.newPlan })).toBeVisible();
    await page.getByRole("main").getByText(en.language.en, { exact: true }).click();
    await readEveryScreen(app, "en");
  });
});
