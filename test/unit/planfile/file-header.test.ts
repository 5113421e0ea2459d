import { expect, test } from "vitest";
import { readFileHeader } from "../../../core/planfile/file-header";
import { makePlan } from "../support/make-plan";
import { saveBytes } from "../support/read-back";

const planBytes = () => saveBytes(makePlan("empty").document);

function withByte(at: number, value: number): Uint8Array {
  const bytes = planBytes();
  bytes[at] = value;
  return bytes;
}

const refusal = (bytes: Uint8Array) => {
  const header = readFileHeader(bytes);
  return header.ok ? header.value : header.error;
};

test("a plan says its format in the header", () => {
  expect(readFileHeader(planBytes())).toEqual({ ok: true, value: { format: 1, isNewerFormat: false } });
});

test("an empty file is called empty", () => {
  expect(refusal(new Uint8Array())).toEqual({ type: "empty-file" });
});

test("a text, a spreadsheet or a picture is not SQLite", () => {
  expect(refusal(new TextEncoder().encode("Dear all, please find the plan attached."))).toEqual({
    type: "not-sqlite",
  });
  expect(refusal(new Uint8Array(4096).fill(0x50))).toEqual({ type: "not-sqlite" });
});

test("a file cut within the header is truncated, if what is there looks like SQLite", () => {
  expect(refusal(planBytes().subarray(0, 40))).toEqual({ type: "truncated", bytes: 40, expectedBytes: 100 });
  expect(refusal(planBytes().subarray(0, 5))).toEqual({ type: "truncated", bytes: 5, expectedBytes: 100 });
});

test("a file cut after the header is truncated: it has fewer pages than it says", () => {
  const bytes = planBytes();
  expect(refusal(bytes.subarray(0, bytes.length - 1))).toEqual({
    type: "truncated",
    bytes: bytes.length - 1,
    expectedBytes: bytes.length,
  });
});

test("a database of another program is not a plan", () => {
  expect(refusal(withByte(68, 0))).toEqual({ type: "not-a-plan" });
});

test("a database with a write-ahead log beside it is refused, since that part is missing", () => {
  expect(refusal(withByte(18, 2))).toEqual({ type: "write-ahead-log" });
  expect(refusal(withByte(19, 2))).toEqual({ type: "write-ahead-log" });
});

test("a newer format is recognised, not refused", () => {
  expect(refusal(withByte(63, 2))).toEqual({ format: 2, isNewerFormat: true });
});

test("a file beyond the size limit is refused by its size alone", () => {
  const huge = new Uint8Array(256 * 1024 * 1024 + 1);
  expect(refusal(huge)).toEqual({ type: "too-large", bytes: huge.length, maximumBytes: huge.length - 1 });
});
