import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesToUuid, isUuid, uuidToBytes } from "../../../core/planfile/uuid-bytes";

test("an id is kept as 16 bytes, in the order in which it is written", () => {
  const bytes = uuidToBytes("01234567-89ab-7cde-8f01-23456789abcd");
  expect([...bytes]).toEqual([
    1, 0x23, 0x45, 0x67, 0x89, 0xab, 0x7c, 0xde, 0x8f, 1, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd,
  ]);
});

test("bytes and text are the same id", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      expect(uuidToBytes(bytesToUuid(bytes))).toEqual(bytes);
    }),
  );
});

test("only lower-case text with its four dashes is an id", () => {
  expect(isUuid("01234567-89ab-7cde-8f01-23456789abcd")).toBe(true);
  for (const text of [
    "01234567-89AB-7CDE-8F01-23456789ABCD",
    "0123456789ab7cde8f0123456789abcd",
    "",
    "plan",
  ]) {
    expect(isUuid(text)).toBe(false);
    expect(() => uuidToBytes(text)).toThrow("not a lower-case UUID");
  }
  expect(() => bytesToUuid(new Uint8Array(15))).toThrow("expected 16 bytes, got 15");
});
