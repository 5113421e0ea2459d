/** Files whose bytes are not those that were saved. */
import { expect, test } from "vitest";
import { MAX_FILE_BYTES, PAGE_BYTES } from "../../core/planfile/file-format";
import { readUntrustedPlan } from "../../core/planfile/open-plan-file";
import { healthy, open } from "./hostile-kit";

function withBytes(offset: number, ...values: number[]): Uint8Array {
  const bytes = healthy();
  bytes.set(values, offset);
  return bytes;
}

/** A number of the header, four bytes with the highest first. */
function withHeaderNumber(offset: number, value: number): Uint8Array {
  const bytes = healthy();
  new DataView(bytes.buffer).setUint32(offset, value);
  return bytes;
}

const PAGE_COUNT_OFFSET = 28;
const FREE_LIST_OFFSET = 32;
const SCHEMA_FORMAT_OFFSET = 44;
const APPLICATION_ID_OFFSET = 68;

test.each([0.1, 0.5, 0.9, 0.999])("a file cut off after %f of its bytes is cut short", (share) => {
  const bytes = healthy();
  const left = bytes.slice(0, Math.floor(bytes.length * share));
  expect(open(left)).toEqual({ type: "truncated", bytes: left.length, expectedBytes: bytes.length });
});

test("a file of which only the start of the header came is cut short", () => {
  expect(open(healthy().slice(0, 40))).toEqual({ type: "truncated", bytes: 40, expectedBytes: 100 });
});

test("an empty file is none", () => {
  expect(open(new Uint8Array())).toEqual({ type: "empty-file" });
});

test.each([
  ["another magic", () => withBytes(0, 0x50, 0x4b, 3, 4), { type: "not-sqlite" }],
  ["a letter", () => new TextEncoder().encode("Dear colleagues. ".repeat(50)), { type: "not-sqlite" }],
  ["zeros", () => new Uint8Array(100_000), { type: "not-sqlite" }],
  ["another application's id", () => withHeaderNumber(APPLICATION_ID_OFFSET, 7), { type: "not-a-plan" }],
  ["the header of a write-ahead log", () => withBytes(18, 2, 2), { type: "write-ahead-log" }],
  ["write-ahead reading only", () => withBytes(19, 2), { type: "write-ahead-log" }],
])("%s is known by the first hundred bytes, before SQLite sees the file", (_, make, error) => {
  expect(open(make())).toEqual(error);
});

test("a header that claims four billion pages is cut short, and no memory is asked for", () => {
  expect(open(withHeaderNumber(PAGE_COUNT_OFFSET, 0xffff_ffff))).toMatchObject({ type: "truncated" });
});

test("a file larger than any plan is refused by its size alone", () => {
  // Never written to, so that the system gives no memory for it.
  const bytes = new Uint8Array(MAX_FILE_BYTES + 1);
  bytes.set(healthy().subarray(0, 100));
  const neverOpened = () => {
    throw new Error("SQLite must not see it");
  };
  expect(readUntrustedPlan(bytes, neverOpened)).toEqual({
    ok: false,
    error: { type: "too-large", bytes: bytes.length, maximumBytes: MAX_FILE_BYTES },
  });
});

test.each([
  ["fewer pages than there are", () => withHeaderNumber(PAGE_COUNT_OFFSET, 3)],
  ["a list of free pages that does not exist", () => withHeaderNumber(FREE_LIST_OFFSET, 9999)],
  ["a schema format of the future", () => withHeaderNumber(SCHEMA_FORMAT_OFFSET, 99)],
  ["a page size of three", () => withBytes(16, 0, 3)],
  ["pages that overlap the reserved space", () => withBytes(20, 255)],
])("a header that claims %s is damaged", (_, make) => {
  expect(open(make())).toMatchObject({ type: expect.stringMatching(/^(damaged|truncated)$/) });
});

test.each([2, 5, 20])("rubbish in place of page %i is found before anything is read", (page) => {
  const bytes = healthy();
  bytes.fill(0xa5, PAGE_BYTES * (page - 1), PAGE_BYTES * page);
  expect(open(bytes)).toMatchObject({ type: "damaged" });
});

test("pages that were swapped are damaged", () => {
  const bytes = healthy();
  const page = (n: number) => bytes.subarray(PAGE_BYTES * (n - 1), PAGE_BYTES * n);
  const third = page(3).slice();
  page(3).set(page(4));
  page(4).set(third);
  expect(open(bytes)).toMatchObject({ type: "damaged" });
});

test("a flipped bit anywhere in the first page opens or is refused, nothing else", () => {
  const outcomes = new Set<string>();
  for (let bit = 0; bit < 60; bit += 1) {
    const bytes = healthy();
    const offset = 100 + bit * 15;
    bytes[offset] = (bytes[offset] ?? 0) ^ (1 << (bit % 8));
    const outcome = open(bytes);
    outcomes.add(outcome === "opened" ? outcome : outcome.type);
  }
  expect(outcomes).toContain("damaged");
}, 30_000);
