import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFrames, encodeFrame } from "../../../renderer/host/browser/journal-frame";
import { JournalWriter } from "../../../renderer/host/browser/journal-writer";
import { readJournalFolder } from "../../../renderer/host/browser/read-journal-folder";
import type { JournalHeader } from "../../../renderer/host/host";
import { PrivateFolder } from "./private-folder";

const newPlan: JournalHeader = { planId: "plan-0001", title: "District plan", file: null, base: null };
const savedPlan: JournalHeader = { ...newPlan, base: { sizeBytes: 12, sha256: "a".repeat(64) } };
const toBytes = (text: string) => new TextEncoder().encode(text);
const headerBytes = (header: JournalHeader) => toBytes(JSON.stringify(header));
const JOURNAL = "journal-0001";

async function openJournal() {
  const root = new PrivateFolder();
  const writer = new JournalWriter(async () => root.handle);
  expect(await writer.open(JOURNAL, headerBytes(newPlan))).toEqual({ ok: true, value: {} });
  const folder = await root.getDirectoryHandle(JOURNAL);
  const append = (text: string) => writer.append(JOURNAL, toBytes(text));
  return { writer, folder, append };
}

async function readJournal(folder: PrivateFolder) {
  const content = await readJournalFolder(folder.handle);
  if (content === null) return null;
  const texts = content.batches.map((batch) => new TextDecoder().decode(batch));
  return { header: content.header, texts, tornTail: content.tornTail };
}

/** The one file of a journal, as a crash leaves it. */
function onlyFile(folder: PrivateFolder): { readonly name: string; readonly bytes: Uint8Array } {
  const [[name, bytes] = ["", new Uint8Array()], ...others] = folder.files;
  expect(others).toEqual([]);
  return { name, bytes };
}

describe("frames of a journal", () => {
  it("give back every payload, and of a file that was cut off all payloads before the cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (payloads, cutShare) => {
          const frames = await Promise.all(payloads.map(encodeFrame));
          const whole = Uint8Array.from(frames.flatMap((frame) => [...frame]));
          expect(await decodeFrames(whole)).toEqual({
            payloads,
            goodBytes: whole.byteLength,
            tornTail: false,
          });
          const cut = Math.floor(cutShare * whole.byteLength);
          const ends = frames.map((_, index) =>
            frames.slice(0, index + 1).reduce((sum, frame) => sum + frame.byteLength, 0),
          );
          const kept = ends.filter((end) => end <= cut).length;
          expect(await decodeFrames(whole.subarray(0, cut))).toEqual({
            payloads: payloads.slice(0, kept),
            goodBytes: ends[kept - 1] ?? 0,
            tornTail: cut > (ends[kept - 1] ?? 0),
          });
        },
      ),
    );
  });

  it("stop before a payload that was damaged, whatever byte it was", async () => {
    const [first, second] = await Promise.all([encodeFrame(toBytes("one")), encodeFrame(toBytes("two"))]);
    for (let index = 0; index < second.byteLength; index += 1) {
      const damaged = second.slice();
      damaged[index] = (damaged[index] ?? 0) ^ 1;
      const read = await decodeFrames(Uint8Array.from([...first, ...damaged]));
      expect(read).toEqual({ payloads: [toBytes("one")], goodBytes: first.byteLength, tornTail: true });
    }
  });
});

describe("a journal in a browser", () => {
  it("keeps batches in the order of the calls", async () => {
    const { append, folder } = await openJournal();
    const texts = Array.from({ length: 30 }, (_, index) => `batch ${index}`);
    await Promise.all(texts.map(append));
    expect(await readJournal(folder)).toEqual({ header: newPlan, texts, tornTail: false });
  });

  it("takes half a batch on a full disk away again, so that later ones can be read", async () => {
    const { append, folder } = await openJournal();
    await append("one");
    folder.roomBytes = 20;
    expect(await append("two")).toEqual({ ok: false, error: { type: "disk-full" } });
    folder.roomBytes = Number.POSITIVE_INFINITY;
    expect(await append("three")).toEqual({ ok: true, value: {} });
    expect(await readJournal(folder)).toEqual({ header: newPlan, texts: ["one", "three"], tornTail: false });
  });

  it("starts again from a new base, in one file", async () => {
    const { writer, append, folder } = await openJournal();
    await append("before the save");
    expect(await writer.rebase(JOURNAL, headerBytes(savedPlan))).toEqual({ ok: true, value: {} });
    await append("after the save");
    expect(await readJournal(folder)).toEqual({
      header: savedPlan,
      texts: ["after the save"],
      tornTail: false,
    });
    onlyFile(folder);
  });

  it("is what it was before where a crash came while the new base was written", async () => {
    const { writer, append, folder } = await openJournal();
    await append("one");
    const before = onlyFile(folder);
    await writer.rebase(JOURNAL, headerBytes(savedPlan));
    const after = onlyFile(folder);
    folder.files.set(before.name, before.bytes);
    for (let sizeBytes = 0; sizeBytes < after.bytes.byteLength; sizeBytes += 1) {
      folder.files.set(after.name, after.bytes.slice(0, sizeBytes));
      expect(await readJournal(folder)).toEqual({ header: newPlan, texts: ["one"], tornTail: false });
    }
    folder.files.set(after.name, after.bytes);
    expect(await readJournal(folder)).toEqual({ header: savedPlan, texts: [], tornTail: false });
  });

  it("keeps the old base, and goes on, where the new one does not fit on the disk", async () => {
    const { writer, append, folder } = await openJournal();
    await append("one");
    folder.roomBytes = 20;
    expect(await writer.rebase(JOURNAL, headerBytes(savedPlan))).toEqual({
      ok: false,
      error: { type: "disk-full" },
    });
    folder.roomBytes = Number.POSITIVE_INFINITY;
    expect(await append("two")).toEqual({ ok: true, value: {} });
    expect(await readJournal(folder)).toEqual({ header: newPlan, texts: ["one", "two"], tornTail: false });
  });

  it("keeps the old base, and what is added to it, where the new one was written but not kept", async () => {
    const { writer, append, folder } = await openJournal();
    await append("one");
    folder.failsToFlush = true;
    expect(await writer.rebase(JOURNAL, headerBytes(savedPlan))).toMatchObject({ ok: false });
    expect(await append("two")).toMatchObject({ ok: false });
    folder.failsToFlush = false;
    expect(await append("three")).toEqual({ ok: true, value: {} });
    expect(await readJournal(folder)).toEqual({ header: newPlan, texts: ["one", "three"], tornTail: false });
  });

  it("is unknown once closed, and without a header cannot be read", async () => {
    const { writer, append, folder } = await openJournal();
    await writer.close(JOURNAL);
    expect(await append("late")).toEqual({ ok: false, error: { type: "unknown-id" } });
    folder.files.clear();
    expect(await readJournal(folder)).toBeNull();
  });
});
