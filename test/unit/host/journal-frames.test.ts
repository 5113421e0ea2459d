import { expect, test } from "vitest";
import {
  decodeFrames as decodeOfShell,
  encodeFrame as encodeOfShell,
} from "../../../main/files/journal-frames";
import { encodeFrame as encodeOfBrowser } from "../../../renderer/host/browser/journal-frame";

const toBytes = (text: string) => new TextEncoder().encode(text);
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** What lies on people's disks has to be read by later versions. */
test("a frame is a length, a digest and the payload: the check value of CRC-32 in the shell", () => {
  // CRC-32/ISO-HDLC of "123456789" is cbf43926 (Koopman; catalogue of parametrised CRC algorithms).
  expect(toHex(encodeOfShell(toBytes("123456789")))).toBe(
    `09000000${"2639f4cb"}${toHex(toBytes("123456789"))}`,
  );
});

test("in a browser the digest is the SHA-256 that FIPS 180-2 gives as an example", async () => {
  const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(toHex(await encodeOfBrowser(toBytes("abc")))).toBe(`03000000${digest}616263`);
});

test("the shell stops before a frame that is cut off or damaged, whatever byte it was", () => {
  const [first, second] = [encodeOfShell(toBytes("one")), encodeOfShell(toBytes("two"))];
  const read = (rest: Uint8Array) => decodeOfShell(Uint8Array.from([...first, ...rest]));
  const onlyFirst = { payloads: [toBytes("one")], goodBytes: first.byteLength };
  expect(read(second)).toMatchObject({ payloads: [toBytes("one"), toBytes("two")], tornTail: false });
  for (let index = 0; index < second.byteLength; index += 1) {
    expect(read(second.subarray(0, index))).toEqual({ ...onlyFirst, tornTail: index > 0 });
    const damaged = second.slice();
    damaged[index] = (damaged[index] ?? 0) ^ 1;
    expect(read(damaged)).toEqual({ ...onlyFirst, tornTail: true });
  }
});
