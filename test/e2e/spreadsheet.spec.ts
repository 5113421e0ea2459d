/** The habits of a spreadsheet: blocks selected, copied, pasted, filled and cleared, each as one step of undo. */
import { expect, test } from "../shell/fixtures";
import { openPages } from "./pages/open-pages";
import { planYears } from "./pages/plan-years";
import { SheetPage } from "./pages/sheet-page";

const [year1, year2, year3] = planYears();

test("blocks of tasks are selected by mouse and keyboard, copied and pasted", async ({ app }) => {
  const { start, tasks, frame } = openPages(app);
  const sheet = new SheetPage(app);
  const amount = (code: string, year: number) => tasks.cell(code, `year-${year}`);
  await start.startPlan();

  await test.step("select with the mouse, with Shift and a click, with Shift and arrows", async () => {
    await sheet.drag(amount("T03", year1), amount("T04", year2));
    await expect(sheet.status).toHaveText(/^2 × 2 cells selected, sum ₩[\d,]+\smillion$/);
    await expect(amount("T04", year2)).toHaveAttribute("aria-selected", "true");
    await amount("T05", year3).click({ modifiers: ["Shift"] });
    await expect(sheet.status).toHaveText(/^3 × 3 cells selected/);
    await sheet.press("Shift+ArrowUp", "Shift+ArrowLeft");
    await expect(sheet.status).toHaveText(/^2 × 2 cells selected/);
    await sheet.press("Escape");
    await expect(sheet.status).toHaveCount(0);
  });

  await test.step("typing in a block: Enter goes down, Tab to the right, F2 opens, Escape takes back", async () => {
    await tasks.cell("T03", "priorityScore").click();
    await app.page.keyboard.type("61");
    await sheet.press("Enter");
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("61");
    await expect(tasks.cell("T04", "priorityScore")).toBeFocused();
    await sheet.press("F2");
    await expect(tasks.editor).toBeFocused();
    await sheet.press("Escape");
    await expect(tasks.editor).toBeHidden();
    await sheet.press("Tab");
    await expect(tasks.cell("T04", "startYear")).toBeFocused();
    await sheet.press("Shift+Tab", "Enter");
    await expect(tasks.cell("T05", "priorityScore")).toBeFocused();
    await app.page.keyboard.type("77");
    await sheet.press("Tab");
    await expect(tasks.cell("T05", "priorityScore")).toHaveText("77");
    await expect(tasks.cell("T05", "startYear")).toBeFocused();
    await expect(tasks.editor).toBeHidden();
  });

  await test.step("what is typed while the plan still answers goes to the next cell", async () => {
    await tasks.cell("T03", "priorityScore").click();
    await app.page.keyboard.type("62");
    await sheet.pressAtOnce({ key: "Enter" }, { key: "7" });
    await expect(tasks.editor).toHaveValue("7");
    await app.page.keyboard.type("8");
    await sheet.pressAtOnce({ key: "Tab" }, { key: "2" });
    await expect(tasks.editor).toHaveValue("2");
    await sheet.press("Escape");
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("62");
    await expect(tasks.cell("T04", "priorityScore")).toHaveText("78");
    await expect(tasks.cell("T04", "startYear")).toBeFocused();
    await tasks.cell("T03", "priorityScore").click();
    await app.page.keyboard.type("63");
    await sheet.pressAtOnce({ key: "Enter" }, { key: "z", ctrlKey: true });
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("62");
    await expect(frame.redoButton).toBeEnabled();
    await app.page.keyboard.press("Control+Shift+z");
    await expect(tasks.cell("T03", "priorityScore")).toHaveText("63");
    await tasks.type("T03", "priorityScore", "61");
  });

  await test.step("copy and paste inside the app: one value fills a block", async () => {
    await tasks.cell("T03", "priorityScore").click();
    await sheet.press("Control+c");
    await sheet.drag(tasks.cell("T04", "priorityScore"), tasks.cell("T06", "priorityScore"));
    await sheet.press("Control+v");
    for (const code of ["T04", "T05"]) await expect(tasks.cell(code, "priorityScore")).toHaveText("61");
    await frame.undoButton.click();
    await expect(tasks.cell("T04", "priorityScore")).not.toHaveText("61");
    await expect(tasks.cell("T05", "priorityScore")).not.toHaveText("61");
  });

  await test.step("a block from Excel: separators, units, quotes, the line end after the last row", async () => {
    await tasks.cell("T03", "title").click();
    await sheet.paste('"Say ""yes""\nto renewal"\t72\r\nPlain\t68\r\n');
    await expect(tasks.cell("T03", "title")).toHaveText(/Say "yes"\s+to renewal/);
    await expect(tasks.cell("T04", "title")).toHaveText("Plain");
    await expect(tasks.cell("T04", "priorityScore")).toHaveText("68");
    await sheet.expectAnnounced("Pasted 4 cells");
    // Between the two tasks stands the heading of an area, whose sums nobody types.
    await amount("T05", year1).click();
    await sheet.paste("1,200\t1.2억\n9\t9\n₩3,000,000\t5천만");
    await expect(amount("T05", year1)).toHaveText("1,200");
    await expect(amount("T05", year2)).toHaveText("120");
    await expect(amount("T06", year1)).toHaveText("3");
    await expect(amount("T06", year2)).toHaveText("50");
    await expect(app.page.getByText(/^4 cells written\. 2 cells .* passed over\.$/)).toBeVisible();
  });

  await test.step("what was copied comes back as it was, and as a table for documents", async () => {
    await sheet.drag(amount("T05", year1), amount("T06", year2));
    await expect(sheet.status).toHaveText("3 × 2 cells selected, sum ₩1,373 million");
    const { text, html } = await sheet.copy();
    expect(text).toMatch(/^1200\t120\n\d+\t\d+\n3\t50$/);
    expect(html).toMatch(/^<meta charset="utf-8"><table/);
    expect(html).toMatch(/text-align:right">1,200<\/td>/);
  });

  await test.step("fill down and clear, each taken back in one step", async () => {
    await sheet.press("Control+d");
    await expect(amount("T06", year1)).toHaveText("1,200");
    await expect(amount("T06", year2)).toHaveText("120");
    await sheet.press("Delete");
    await expect(amount("T05", year1)).toHaveText("0");
    await expect(amount("T06", year2)).toHaveText("0");
    await sheet.press("Control+z");
    await expect(amount("T05", year1)).toHaveText("1,200");
    await sheet.press("Control+z");
    await expect(amount("T06", year1)).toHaveText("3");
  });
});

test("a block that does not fit is refused as a whole, with the first bad cell by name", async ({ app }) => {
  const { start, tasks, frame } = openPages(app);
  const sheet = new SheetPage(app);
  await start.startPlan();
  const before = await tasks.cell("T03", "priorityScore").innerText();

  await tasks.cell("T03", "priorityScore").click();
  await sheet.paste("55\nhigh\n45");
  await expect(sheet.problem).toContainText("Nothing was changed. T04");
  await expect(sheet.problem).toContainText("Priority: “high” is not a number");
  await expect(tasks.cell("T03", "priorityScore")).toHaveText(before);

  await tasks.cell("T03", "startYear").click();
  await sheet.paste(`${year3}\t${year1}`);
  await expect(sheet.problem).toContainText("Nothing was changed. T03");
  await expect(sheet.problem).toContainText(`The end (${year1}) is before the start (${year3})`);
  await expect(frame.undoButton).toBeDisabled();

  await test.step("pasted markup is text", async () => {
    await tasks.cell("T03", "title").click();
    await sheet.paste('<img src=x onerror="document.title=1">');
    await expect(tasks.cell("T03", "title")).toHaveText('<img src=x onerror="document.title=1">');
    await expect(app.page.getByRole("main").locator("img")).toHaveCount(0);
  });

  await test.step("cells that cannot be typed into are passed over and counted", async () => {
    // The sums of an area, above its first task.
    await app.page.locator(".row-area").nth(1).locator(`[col-id="year-${year1}"]`).click();
    await sheet.paste("5\n6");
    const told = app.page.getByText("1 cell written. 1 cell that cannot be typed into was passed over.");
    await expect(told).toBeVisible();
    await expect(tasks.cell("T06", `year-${year1}`)).toHaveText("6");
  });
});

test("cells stay where they are first shown, so that both clicks of a double click meet the same one", async ({
  app,
}) => {
  const { start, frame } = openPages(app);
  await start.startPlan();
  await frame.openScreen("History");
  for (const screen of ["Tasks", "Budget", "Resources", "Committees"]) {
    const watched = app.page.evaluate(watchColumns);
    await frame.openScreen(screen);
    const { columns, moved } = await watched;
    expect(columns, screen).toBeGreaterThan(3);
    expect(moved, screen).toEqual([]);
  }
});

/** The columns of the next screen's grids, and those that moved in the thirty frames after the first that showed them. */
async function watchColumns(): Promise<{ readonly columns: number; readonly moved: readonly string[] }> {
  // What is read in a timer after a frame is what that frame has painted.
  const nextPainting = () =>
    new Promise((resolve) => requestAnimationFrame(() => window.setTimeout(resolve)));
  const listCells = () => [...document.querySelectorAll("main .ag-header-cell")];
  const ofScreenBefore = new Set(listCells());
  const placesOf = new Map<Element, Set<string>>();
  for (let frames = 0; frames < 30; await nextPainting()) {
    const cells = listCells();
    if (cells.length === 0 || cells.some((cell) => ofScreenBefore.has(cell))) continue;
    frames += 1;
    for (const cell of cells) {
      const { left, width } = cell.getBoundingClientRect();
      const place = `${Math.round(left)} + ${Math.round(width)}`;
      placesOf.set(cell, (placesOf.get(cell) ?? new Set()).add(place));
    }
  }
  const moved = [...placesOf].filter(([, places]) => places.size > 1);
  return {
    columns: placesOf.size,
    moved: moved.map(([cell, places]) => `${cell.getAttribute("col-id")}: ${[...places].join(", then ")}`),
  };
}
