import { describe, expect, it } from "vitest";
import { readSessionKey } from "../../../renderer/session/session-keys";

const press = (key: string, held: Partial<Parameters<typeof readSessionKey>[0]> = {}) =>
  readSessionKey({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe("readSessionKey", () => {
  it.each([
    ["s", {}, "save"],
    ["S", { shiftKey: true }, "save-as"],
    ["o", {}, "open"],
    ["n", {}, "new"],
    ["z", {}, "undo"],
    ["Z", { shiftKey: true }, "redo"],
    ["y", {}, "redo"],
  ])("Ctrl or ⌘ with %s %j means %s", (key, held, meaning) => {
    expect(press(key, { ctrlKey: true, ...held })).toBe(meaning);
    expect(press(key, { metaKey: true, ...held })).toBe(meaning);
  });

  it("leaves plain letters, AltGr and other keys alone", () => {
    expect(press("s")).toBeNull();
    expect(press("s", { ctrlKey: true, altKey: true })).toBeNull();
    expect(press("k", { ctrlKey: true })).toBeNull();
    expect(press("n", { ctrlKey: true, shiftKey: true })).toBeNull();
  });
});
