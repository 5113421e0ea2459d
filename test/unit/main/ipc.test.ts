import { describe, expect, it } from "vitest";
import { type ChannelHandlers, registerHandlers } from "../../../main/ipc";
import type { SenderFrame } from "../../../main/security/sender-check";
import { createBridge } from "../../../preload/bridge";
import { type ChannelName, channels, err, ok } from "../../../preload/contract";

type Listener = (event: { senderFrame: SenderFrame | null }, request: unknown) => unknown;

/** The shell's side with one handler that matters, and a way to send to it as any frame. */
function setUp(change: Partial<ChannelHandlers>) {
  const listeners = new Map<string, Listener>();
  const bugs: string[] = [];
  const missing = async () => err({ type: "unsupported" as const });
  const handlers = Object.fromEntries(Object.keys(channels).map((name) => [name, missing]));
  registerHandlers(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    { ...(handlers as unknown as ChannelHandlers), ...change },
    ["app://civplan"],
    (channel) => bugs.push(channel),
  );
  const page = { url: "app://civplan/", parent: null };
  const send = async (channel: string, request: unknown, senderFrame: SenderFrame | null = page) =>
    structuredClone(await listeners.get(channel)?.({ senderFrame }, structuredClone(request)));
  const bridge = createBridge({
    invoke: (channel, request) => send(channel, request),
    on: () => undefined,
    removeListener: () => undefined,
  });
  return { bridge, bugs, send, listeners };
}

describe("the shell's side of the bridge", () => {
  it("answers every channel of the contract and no other", () => {
    const { listeners } = setUp({});
    expect([...listeners.keys()].sort()).toEqual(Object.keys(channels).sort());
  });

  it("refuses senders that are not the page", async () => {
    const { send } = setUp({ "settings.read": async () => ok({ secret: true }) });
    const refused = { ok: false, error: { type: "invalid-request", detail: "untrusted sender" } };
    expect(await send("settings.read", {}, { url: "https://evil.example/", parent: null })).toEqual(refused);
    expect(await send("settings.read", {}, { url: "app://civplan/", parent: {} })).toEqual(refused);
    expect(await send("settings.read", {}, null)).toEqual(refused);
  });

  it.each<[ChannelName, unknown]>([
    ["file.read", { fileId: "../../etc/passwd" }],
    ["file.read", { path: "/etc/passwd" }],
    ["file.write", { fileId: "file-0001", bytes: [1, 2, 3], expected: null }],
    [
      "file.write",
      { fileId: "file-0001", bytes: new Uint8Array(1), expected: { sizeBytes: -1, sha256: "x" } },
    ],
    [
      "file.pick-save-target",
      { title: "", suggestedName: "../x.civplan", kind: { label: "", extensions: ["civplan"] } },
    ],
    ["file.pick-save-target", { title: "", suggestedName: "x", kind: { label: "", extensions: ["a/../b"] } }],
    ["journal.append", { journalId: "../settings", batch: new Uint8Array(1) }],
    ["window.set-language", { language: "de" }],
  ])("refuses what does not fit %s", async (channel, request) => {
    let wasCalled = false;
    const { send } = setUp({
      [channel]: async () => {
        wasCalled = true;
        return ok({});
      },
    });
    expect(await send(channel, request)).toMatchObject({ ok: false, error: { type: "invalid-request" } });
    expect(wasCalled).toBe(false);
  });

  it("drops what the contract does not name before a handler sees it", async () => {
    let seen: unknown;
    const { send } = setUp({
      "file.read": async (request) => {
        seen = request;
        return err({ type: "unknown-id" });
      },
    });
    await send("file.read", { fileId: "file-0001", path: "/etc/passwd" });
    expect(seen).toEqual({ fileId: "file-0001" });
  });

  it("reports what a handler throws as data", async () => {
    const { send, bugs } = setUp({ "recent.list": () => Promise.reject(new Error("broken")) });
    expect(await send("recent.list", {})).toEqual({ ok: false, error: { type: "failed", detail: "broken" } });
    expect(bugs).toEqual(["recent.list"]);
  });

  it("does not let an answer out that is outside the contract", async () => {
    const { send, bugs } = setUp({
      "environment.get": async () => ok({ kind: "desktop", home: "/home/kim" }) as never,
    });
    expect(await send("environment.get", {})).toMatchObject({ ok: false, error: { type: "failed" } });
    expect(bugs).toEqual(["environment.get"]);
  });
});

describe("the page's side of the bridge", () => {
  it("passes bytes and data through both ends unchanged", async () => {
    const { bridge } = setUp({
      "journal.append": async ({ batch }) => (batch[1] === 7 ? ok({}) : err({ type: "disk-full" })),
    });
    const answer = await bridge.invoke("journal.append", {
      journalId: "journal-1",
      batch: new Uint8Array([0, 7]),
    });
    expect(answer).toEqual({ ok: true, value: {} });
  });

  it("refuses unknown channels without asking the shell", async () => {
    const { bridge } = setUp({});
    for (const name of ["shell.openExternal", "__proto__", "constructor", "toString"]) {
      expect(await bridge.invoke(name as ChannelName, {} as never)).toEqual({
        ok: false,
        error: { type: "invalid-request", detail: "unknown channel" },
      });
    }
  });

  it("turns a shell that is gone into data", async () => {
    const bridge = createBridge({
      invoke: () => Promise.reject(new Error("gone")),
      on: () => undefined,
      removeListener: () => undefined,
    });
    expect(await bridge.invoke("recent.list", {})).toEqual({
      ok: false,
      error: { type: "failed", detail: "gone" },
    });
  });

  it("hands on events that fit the contract, until unsubscribed", () => {
    const listeners = new Set<(event: unknown, payload: unknown) => void>();
    const invoked: unknown[] = [];
    const bridge = createBridge({
      invoke: async (channel, request) => invoked.push([channel, request]),
      on: (_channel, listener) => listeners.add(listener),
      removeListener: (_channel, listener) => listeners.delete(listener),
    });
    const heard: unknown[] = [];
    const stop = bridge.on("window.close-request", (payload) => heard.push(payload));
    for (const listener of listeners) {
      listener({}, { requestId: "not a number" });
      listener({}, { requestId: 3, extra: "dropped" });
    }
    expect(heard).toEqual([{ requestId: 3 }]);
    // The bridge itself says that the page is alive.
    expect(invoked).toEqual([["window.close-received", { requestId: 3 }]]);
    stop();
    expect(listeners.size).toBe(0);
  });
});
