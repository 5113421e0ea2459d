import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { initialRow } from "../../../core/plan/plan-tables";
import { copyCostLines, describeCostLine } from "../../../renderer/features/budget/describe-cost-line";
import { setUpI18n } from "../../../renderer/i18n/set-up-i18n";

beforeAll(() => setUpI18n("en", ["ko"]));

const meetings = {
  ...initialRow("costLine", "meetings"),
  title: "Allowances",
  unitPriceWon: 100_000,
  quantity: 25,
  unitName: "명",
  times: 6,
};
const books = {
  ...meetings,
  title: "Books <new>",
  unitPriceWon: 20_000,
  quantity: 2.5,
  unitName: "set",
  times: 1,
};
const tell = (language: "en" | "ko") => ({ t: i18next.getFixedT(language), language });

test("a cost line is printed as budget books do", () => {
  expect(describeCostLine(meetings, tell("ko"))).toBe("100,000원 × 25명 × 6회");
  expect(describeCostLine(books, tell("en"))).toBe("₩20,000 × 2.5 set × 1 time");
});

test("cost lines are copied with their basis and their sum, texts as text", () => {
  const { text, html } = copyCostLines([meetings, books], tell("ko"));
  expect(text.trimEnd().split(/\r?\n/)).toEqual([
    "내역\t산출기초\t금액",
    "Allowances\t100,000원 × 25명 × 6회\t15,000,000원",
    "Books <new>\t20,000원 × 2.5set × 1회\t50,000원",
    "계\t\t15,050,000원",
  ]);
  expect(html).toContain("Books &lt;new&gt;");
});
