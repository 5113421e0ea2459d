import fc from "fast-check";
import { expect, test } from "vitest";
import { shortenText } from "../../../renderer/ui/shorten-text";

test("a text is shortened by how wide its letters are", () => {
  expect(shortenText("Kim Min-jung", 20)).toBe("Kim Min-jung");
  expect(shortenText("Seoul Metropolitan Government", 20)).toBe("Seoul Metropolitan G…");
  expect(shortenText("서울특별시 민주주의위원회", 20)).toBe("서울특별시 민주주의…");
  expect(shortenText("Seoul city", 6)).toBe("Seoul…");
});

test("a text that is short enough stays as it is, any other ends with an ellipsis and begins as it did", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const short = shortenText(text, width);
      if (short === text) return;
      expect(short.endsWith("…")).toBe(true);
      expect(text.startsWith(short.slice(0, -1))).toBe(true);
      expect([...short].length).toBeLessThanOrEqual(width + 1);
    }),
  );
});
