import { describe, expect, it } from "vitest";
import { editableInUnit } from "../../../renderer/ui/format-money";
import { parseAmount, parsePercent, parsePlainNumber } from "../../../renderer/ui/parse-amount";

describe("parseAmount reads money as people type or paste it", () => {
  it.each([
    ["1,200", "million", 1_200_000_000],
    ["1200", "million", 1_200_000_000],
    [" 1 200 ", "thousand", 1_200_000],
    ["12.3", "hundredMillion", 1_230_000_000],
    [".5", "million", 500_000],
    ["０．５", "million", 500_000],
    ["0", "million", 0],
  ] as const)("a bare number is in the unit of the grid: %s in %s", (input, unit, won) => {
    expect(parseAmount(input, unit)).toEqual({ ok: true, value: won });
  });

  it.each([
    ["1.2억", 120_000_000],
    ["1.2억 원", 120_000_000],
    ["0.29억", 29_000_000],
    ["30만", 300_000],
    ["30만원", 300_000],
    ["5천만", 50_000_000],
    ["1억 2,000만", 120_000_000],
    ["1억2천만", 120_000_000],
    ["3조 5,000억", 3_500_000_000_000],
    ["₩1,000", 1_000],
    ["1,000원", 1_000],
    ["KRW 25,000", 25_000],
    ["3.5 million", 3_500_000],
    ["1.1bn", 1_100_000_000],
  ])("a number with its own unit is taken at its word: %s", (input, won) => {
    expect(parseAmount(input, "million")).toEqual({ ok: true, value: won });
  });

  it.each(["abc", "12a", "1,20", "1,2000", "12 %", "1억 2억", "만", "<b>5</b>", "1.2.3", "=1+1"])(
    "letters and broken numbers are refused with what was typed: %s",
    (input) => {
      expect(parseAmount(input, "million")).toEqual({
        ok: false,
        error: { type: "not-a-number", input },
      });
    },
  );

  it.each(["-5", "−5", "△1,200", "▲ 3", "(1,200)", "₩-3"])(
    "minus signs of every kind are refused as negative: %s",
    (input) => {
      expect(parseAmount(input, "million")).toEqual({ ok: false, error: { type: "negative", input } });
    },
  );

  it("nothing is told apart from nonsense, and too much is refused", () => {
    expect(parseAmount("  ", "million")).toEqual({ ok: false, error: { type: "empty" } });
    expect(parseAmount("9999999999", "million")).toEqual({
      ok: false,
      error: { type: "too-large", input: "9999999999" },
    });
  });

  it("what the editor shows is read back to the same won", () => {
    for (const won of [0, 1, 999, 1_234_567, 1_230_000_000, 100_000_001])
      for (const unit of ["thousand", "million", "hundredMillion"] as const)
        expect(parseAmount(editableInUnit(won, unit), unit)).toEqual({ ok: true, value: won });
  });
});

describe("parsePercent and parsePlainNumber", () => {
  it.each([
    ["12 %", 0.12],
    ["12", 0.12],
    ["7%", 0.07],
    ["2.26%", 0.0226],
    ["１２％", 0.12],
  ])("reads %s as a ratio", (input, ratio) => {
    expect(parsePercent(input)).toEqual({ ok: true, value: ratio });
  });

  it("refuses letters and minus signs", () => {
    expect(parsePercent("five %")).toEqual({ ok: false, error: { type: "not-a-number", input: "five" } });
    expect(parsePlainNumber("-3")).toEqual({ ok: false, error: { type: "negative", input: "-3" } });
    expect(parsePlainNumber("1,250")).toEqual({ ok: true, value: 1250 });
  });
});
