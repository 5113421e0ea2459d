import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { CliFailure } from "../../../cli/failures/cli-failure";
import { type FileCalls, makePatient, systemCalls } from "../../../cli/files/file-calls";
import { stampOf } from "../../../cli/files/read-file";
import { createFile, replaceFile } from "../../../cli/files/write-file";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const [oldBytes, newBytes] = [bytesOf("the old plan"), bytesOf("the new plan")];

const systemError = (code: string) => Object.assign(new Error(code), { code });

function makePlan() {
  const folder = mkdtempSync(join(tmpdir(), "civplan-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "plan.civplan");
  writeFileSync(path, oldBytes);
  return { folder, path, content: () => readFileSync(path, "utf8"), names: () => readdirSync(folder) };
}

/** Windows, where a scanner holds these calls for so many waits; waiting takes no time. */
function onWindows(held: readonly (keyof FileCalls)[], code: string, waits: number) {
  const waitsMs: number[] = [];
  const refuse = () => {
    if (waitsMs.length < waits) throw systemError(code);
  };
  const guard = <C extends keyof FileCalls>(name: C): FileCalls[C] =>
    ((...args: never[]) => {
      if (held.includes(name)) refuse();
      return (systemCalls[name] as (...args: never[]) => unknown)(...args);
    }) as FileCalls[C];
  const calls: FileCalls = {
    ...systemCalls,
    open: guard("open"),
    readFile: guard("readFile"),
    rename: guard("rename"),
    rm: guard("rm"),
    // FAT and many network folders know no second names.
    link: () => {
      throw systemError("EPERM");
    },
  };
  const patient = makePatient(calls, (durationMs) => waitsMs.push(durationMs));
  return { options: { calls: patient, platform: "win32" as const }, waitsMs };
}

const failing = (part: Partial<FileCalls>) => ({ calls: { ...systemCalls, ...part } });

/** What the user is told. */
async function failureOf(work: Promise<void>) {
  const thrown = await work.catch((error: unknown) => error);
  if (!(thrown instanceof CliFailure)) throw new Error(`no refusal: ${String(thrown)}`);
  return { exitCode: thrown.exitCode, type: thrown.report.type };
}

describe("while somebody holds the file on Windows", () => {
  test.each(["EPERM", "EACCES", "EBUSY"])("a plan is replaced as soon as they let go (%s)", async (code) => {
    const { path, content, names } = makePlan();
    const { options, waitsMs } = onWindows(["open", "readFile", "rename", "rm"], code, 4);
    await replaceFile(path, newBytes, stampOf(oldBytes), options);
    expect(content()).toBe("the new plan");
    expect(waitsMs).toEqual([10, 20, 40, 80]);
    expect(names()).toEqual(["plan.civplan"]);
  });

  test("a new file is put in its place as soon as they let go, and never over another", async () => {
    const { folder, path, content } = makePlan();
    const { options } = onWindows(["open", "rename", "rm"], "EBUSY", 4);
    const newPath = join(folder, "new.civplan");
    await createFile(newPath, newBytes, false, options);
    expect(readFileSync(newPath, "utf8")).toBe("the new plan");
    expect(await failureOf(createFile(path, newBytes, false, options))).toEqual({
      exitCode: 2,
      type: "file-exists",
    });
    expect(content()).toBe("the old plan");
  });

  test("who never lets go is said to hold it, and what was there is untouched", async () => {
    const { path, content, names } = makePlan();
    const { options, waitsMs } = onWindows(["rename"], "EBUSY", 1000);
    const failure = await failureOf(replaceFile(path, newBytes, stampOf(oldBytes), options));
    expect(failure).toEqual({ exitCode: 3, type: "busy" });
    expect(waitsMs).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560]);
    expect(content()).toBe("the old plan");
    expect(names()).toEqual(["plan.civplan"]);
  });

  test("a temporary file that cannot be deleted hides neither success nor the reason of a failure", async () => {
    const { path, content } = makePlan();
    const held = onWindows(["rm"], "EBUSY", 1000);
    await replaceFile(path, newBytes, stampOf(oldBytes), held.options);
    expect(content()).toBe("the new plan");
    const full = { calls: { ...held.options.calls, write: () => void fail("ENOSPC") } };
    expect(await failureOf(replaceFile(path, oldBytes, stampOf(newBytes), full))).toMatchObject({
      type: "disk-full",
    });
    expect(content()).toBe("the new plan");
  });

  test("other failures are not tried again", async () => {
    const { path } = makePlan();
    const { options, waitsMs } = onWindows(["rename"], "ENOSPC", 1000);
    expect(await failureOf(replaceFile(path, newBytes, stampOf(oldBytes), options))).toMatchObject({
      type: "disk-full",
    });
    expect(waitsMs).toEqual([]);
  });
});

const fail = (code: string): never => {
  throw systemError(code);
};

describe("a failure on the way leaves the old plan and no temporary file", () => {
  test.each([
    ["no room for the new one", { write: () => fail("ENOSPC") }, "disk-full"],
    ["no room when it is synced", { fsync: () => fail("EDQUOT") }, "disk-full"],
    ["the folder may not be written any more", { open: () => fail("EACCES") }, "permission-denied"],
    ["the disk became read-only", { rename: () => fail("EROFS") }, "permission-denied"],
    ["the disk breaks", { fsync: () => fail("EIO") }, "failed"],
  ] as const)("%s", async (_what, part, type) => {
    const { path, content, names } = makePlan();
    const failure = await failureOf(replaceFile(path, newBytes, stampOf(oldBytes), failing(part)));
    expect(failure).toEqual({ exitCode: 3, type });
    expect(content()).toBe("the old plan");
    expect(names()).toEqual(["plan.civplan"]);
  });

  test("somebody else wrote the file while ours was being written", async () => {
    const { path, content, names } = makePlan();
    const intrude = failing({
      fsync: (descriptor) => {
        systemCalls.fsync(descriptor);
        writeFileSync(path, "a colleague's plan");
      },
    });
    expect(await failureOf(replaceFile(path, newBytes, stampOf(oldBytes), intrude))).toMatchObject({
      type: "changed-underneath",
    });
    expect(content()).toBe("a colleague's plan");
    expect(names()).toEqual(["plan.civplan"]);
  });
});

test("a replaced file keeps its permissions", async () => {
  const { path } = makePlan();
  systemCalls.chmod(path, 0o640);
  await replaceFile(path, newBytes, stampOf(oldBytes));
  expect(statSync(path).mode & 0o777).toBe(0o640);
});
