import { describe, expect, it } from "vitest";
import { directionOf, formatDifference } from "../../../renderer/ui/format-difference";
import { formatFigure } from "../../../renderer/ui/format-figure";
import {
  editableInUnit,
  formatExactMoney,
  formatInUnit,
  formatMoney,
} from "../../../renderer/ui/format-money";
import { editablePercent, formatRatio, formatSignedRatio } from "../../../renderer/ui/format-ratio";
import { formatNumber } from "../../../renderer/ui/number-format";

describe("money", () => {
  it.each([
    [1_234_000_000, "12.3억\u00a0원", "₩1,234\u00a0million"],
    [123_456_000_000, "1,234.6억\u00a0원", "₩123,456\u00a0million"],
    [34_000_000, "3,400만\u00a0원", "₩34\u00a0million"],
    [74_080_000, "7,408만\u00a0원", "₩74.1\u00a0million"],
    [500_000, "50만\u00a0원", "₩0.5\u00a0million"],
    [9_000, "9,000원", "₩9,000"],
    [0, "0원", "₩0"],
  ])("%d won is short in both languages", (won, korean, english) => {
    expect(formatMoney(won, "ko")).toBe(korean);
    expect(formatMoney(won, "en")).toBe(english);
  });

  it("is exact where every won counts", () => {
    expect(formatExactMoney(1_234_567_890, "ko")).toBe("1,234,567,890원");
    expect(formatExactMoney(-5_000, "en")).toBe("−₩5,000");
  });

  it("in a grid cell is the number alone, in the unit of the header", () => {
    expect(formatInUnit(1_234_000_000, "thousand", "ko")).toBe("1,234,000");
    expect(formatInUnit(1_234_000_000, "million", "ko")).toBe("1,234");
    expect(formatInUnit(1_234_000_000, "hundredMillion", "ko")).toBe("12.3");
  });

  it("in an editor keeps every won", () => {
    expect(editableInUnit(1_234_567, "million")).toBe("1.234567");
    expect(editableInUnit(50_000, "hundredMillion")).toBe("0.0005");
    expect(editableInUnit(3_000_000, "million")).toBe("3");
  });
});

describe("ratios and differences", () => {
  it("ratios are per cent", () => {
    expect(formatRatio(0.0226, "en")).toBe("2.3 %");
    expect(formatRatio(0.0226, "ko")).toBe("2.3%");
    expect(editablePercent(0.07)).toBe("7");
  });

  it("below 0 they have a minus sign, and none where nothing is left after rounding", () => {
    expect(formatRatio(-0.4, "ko")).toBe("−40%");
    expect(formatRatio(-0.4, "en")).toBe("−40 %");
    expect(formatRatio(-0.0001, "en")).toBe("0 %");
    expect(formatNumber(-1250.5, "en", 1)).toBe("−1,250.5");
    expect(formatInUnit(-400, "thousand", "ko")).toBe("0");
    expect(formatMoney(-120_000_000, "ko")).toBe("−1.2억\u00a0원");
  });

  it("changes say their sign also where they add", () => {
    expect([0.05, -0.1, 0].map((change) => formatSignedRatio(change, "ko"))).toEqual(["+5%", "−10%", "0%"]);
  });

  it("a difference says its direction without colour", () => {
    expect(formatDifference(0.031, "ratio", "en")).toBe("▲ 3.1 pp");
    expect(formatDifference(-0.031, "ratio", "ko")).toBe("▼ 3.1%p");
    expect(formatDifference(-2, "tasks", "en")).toBe("▼ 2");
    expect(formatDifference(120_000_000, "won", "ko")).toBe("▲ 1.2억\u00a0원");
    expect(formatDifference(0.0001, "ratio", "en")).toBe("=");
    expect(directionOf(-0.004, "index")).toBe("down");
  });

  it("a figure without a value is a dash, never NaN", () => {
    expect(formatFigure(null, "won", "en")).toBe("–");
    expect(formatFigure(Number.NaN, "ratio", "ko")).toBe("–");
    expect(formatFigure(2029, "year", "en")).toBe("2029");
    expect(formatFigure(0.2165, "index", "en")).toBe("0.217");
  });
});
