import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const SCRIPT = resolve(import.meta.dirname, "../../../scripts/civplan.mjs");
// The first run may have to build the bundle, on a machine that is busy with other tests.
const TIME_LIMIT_MS = 120_000;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "civplan-shards-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...argv: string[]): ChildProcess =>
  spawn(process.execPath, [SCRIPT, ...argv], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });

const finish = (
  child: ChildProcess,
): Promise<{ code: number | null; signal: string | null; error: string }> => {
  let error = "";
  child.stderr?.on("data", (chunk) => {
    error += chunk;
  });
  return new Promise((settle) => {
    child.on("close", (code, signal) => settle({ code, signal, error }));
  });
};

const GRID = ["--vary", "committee.COUNCIL.seats=30:50:4", "--vary", "decentralised.share=0%:6%:2%"];
const sweep = (...more: string[]) => start("sweep", "plan.civplan", ...GRID, "--seed", "9", ...more);
const read = (name: string) => readFileSync(join(folder, name), "utf8");

test("four shards as four processes at once, put together, are the whole sweep byte by byte", {
  timeout: TIME_LIMIT_MS,
}, async () => {
  const made = await finish(start("new", "--template", "seoul-civil-democracy", "-o", "plan.civplan"));
  expect(made).toMatchObject({ code: 0 });
  const shards = [1, 2, 3, 4].map((shard) =>
    finish(sweep("--draws", "20", "--shard", `${shard}/4`, "-o", `part-${shard}.csv`)),
  );
  for (const { code } of await Promise.all(shards)) expect(code).toBe(0);
  expect(await finish(sweep("--draws", "20", "--workers", "2", "-o", "whole.csv"))).toMatchObject({
    code: 0,
  });
  const whole = read("whole.csv");
  expect(whole.split("\r\n")).toHaveLength(1 + 6 * 4 + 1);
  expect([1, 2, 3, 4].map((shard) => read(`part-${shard}.csv`)).join("")).toBe(whole);
});

test("Ctrl-C in the middle leaves nothing behind", { timeout: TIME_LIMIT_MS }, async () => {
  const child = sweep("--draws", "4000", "-o", "endless.csv");
  const ended = finish(child);
  // It tells how far it is once it is in the middle of it; whichever comes first.
  await Promise.race([new Promise((settle) => child.stderr?.once("data", settle)), ended]);
  child.kill("SIGINT");
  expect((await ended).signal).toBe("SIGINT");
  expect(readdirSync(folder).filter((name) => name.includes("endless"))).toEqual([]);
});
