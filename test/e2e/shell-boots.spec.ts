import { expect, test } from "../shell/fixtures";

test("the page loads without errors or violations of the content policy", async ({ app }) => {
  await expect(app.page.locator("#root")).not.toBeEmpty();
  expect(app.problems).toEqual([]);
});
