import i18next from "i18next";
import { beforeAll, describe, expect, test } from "vitest";
import { initialRow } from "../../../core/plan/plan-tables";
import {
  copyCostLines,
  describeBlockError,
  describeCostLine,
} from "../../../renderer/features/budget/describe-cost-line";
import { readCostLineBlock } from "../../../renderer/features/budget/read-cost-line-block";
import { setUpI18n } from "../../../renderer/i18n/set-up-i18n";
import { parseTsv } from "../../../renderer/ui/spreadsheet/tsv";

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

describe("rows pasted from a spreadsheet", () => {
  const read = (text: string) => readCostLineBlock(parseTsv(text), "thousand", tell("en"));
  const linesOf = (text: string) => {
    const lines = read(text);
    if (!lines.ok) throw new Error(describeBlockError(lines.error, tell("en").t));
    return lines.value.map(({ title, unitPriceWon, quantity, unitName, times }) =>
      [title, unitPriceWon, quantity, unitName, times].join(" | "),
    );
  };
  const refusalOf = (text: string) => {
    const lines = read(text);
    return lines.ok ? null : describeBlockError(lines.error, tell("en").t);
  };

  test("are title, unit price in thousand won, quantity, unit and times; what is left out is 1", () => {
    expect(linesOf('Allowances\t100\t1,250\t명\t6\r\n"Hall\nrent"\t1,500.5\r\n\t\t\r\n')).toEqual([
      "Allowances | 100000 | 1250 | 명 | 6",
      "Hall\nrent | 1500500 | 1 |  | 1",
    ]);
  });

  test.each([
    [
      "What for\tUnit price (₩ thousand)\tQuantity\tUnit\tTimes\nBooks\t20\t2.5\tset\t1",
      "Books | 20000 | 2.5 | set | 1",
    ],
    ["내역\t단가(원)\t수량\t단위\t횟수\n책\t20,000\t3\t권\t2", "책 | 20000 | 3 | 권 | 2"],
    ["단가 (백만원)\t항목\t횟수\t인원\n1.5\t회의\t4\t10", "회의 | 1500000 | 10 |  | 4"],
    ["Thing\tMoney\tMany\tOf\tOften\nBooks\t20\t3\tset\t1", "Books | 20000 | 3 | set | 1"],
    ["Books\t20,000원\t3\tset\t1\t60", "Books | 20000 | 3 | set | 1"],
  ])("may have headings, in any order, with a unit of their own: %j", (text, line) => {
    expect(linesOf(text)).toEqual([line]);
  });

  test.each(["en", "ko"] as const)(
    "may be what this program copied, its total passed over (%s)",
    (language) => {
      const { text } = copyCostLines([meetings, books], tell(language));
      expect(linesOf(text)).toEqual([
        "Allowances | 100000 | 25 | 명 | 6",
        "Books <new> | 20000 | 2.5 | set | 1",
      ]);
    },
  );

  test.each([
    ["A\t1\t2\nB\tten\t2", "Row 2, Unit price (₩\u00a0thousand): “ten” is not a number"],
    ["What for\tUnit price\nA\t1\nB\t", "Row 3, Unit price (₩\u00a0thousand): Type a number."],
    ["A\t1\t2명\tx\t1", "Row 1, Quantity: “2명” is not a number"],
    ["A\t1\t-2\tx\t1", "Row 1, Quantity: Amounts below zero"],
    ["A\t1\t2\tx\t1000001", "Row 1, Times: Between 0 and 1000000 only."],
    ["A\t1\t2\tx\t3\t7", "Row 1, Amount: “7” is not what the row comes to, ₩6,000."],
    ["What for\tUnit price\n\t\n", "there is no row with a cost line"],
  ])("are refused as a whole, naming the first cell that cannot be read: %j", (text, reason) => {
    expect(refusalOf(text)).toContain(reason);
    expect(refusalOf(text)).toMatch(/^Nothing was pasted/);
  });
});
