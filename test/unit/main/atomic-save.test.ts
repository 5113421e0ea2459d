import { chmod, readdir, readFile, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replaceAtomically, saveAtomically } from "../../../main/files/atomic-save";
import { stampOf } from "../../../main/files/file-stamp";
import { type FileSystem, makePatient, nodeFileSystem } from "../../../main/files/file-system";
import { makeTemporaryFolder, systemError, toBytes } from "./temporary-folder";

const oldBytes = toBytes("the old plan");
const newBytes = toBytes("the new plan, a little longer");

async function makePlan() {
  const folder = await makeTemporaryFolder();
  const path = join(folder, "plan.civplan");
  await writeFile(path, oldBytes);
  return { folder, path };
}

const failing = (part: Partial<FileSystem>): FileSystem => ({ ...nodeFileSystem, ...part });

describe("saving over a file", () => {
  it("replaces the content and answers its stamp", async () => {
    const { folder, path } = await makePlan();
    const saved = await saveAtomically(path, newBytes, stampOf(oldBytes));
    expect(saved).toEqual({ ok: true, value: stampOf(newBytes) });
    expect(await readFile(path, "utf8")).toBe("the new plan, a little longer");
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
  });

  it("keeps the file's own permissions", async () => {
    const { path } = await makePlan();
    await chmod(path, 0o660);
    await saveAtomically(path, newBytes, stampOf(oldBytes));
    expect((await stat(path)).mode & 0o777).toBe(0o660);
  });

  it("replaces what a symbolic link points to, not the link", async () => {
    const { folder, path } = await makePlan();
    const link = join(folder, "link.civplan");
    await symlink(path, link);
    expect((await saveAtomically(link, newBytes, stampOf(oldBytes))).ok).toBe(true);
    expect(await readFile(path, "utf8")).toBe("the new plan, a little longer");
    expect((await stat(link)).isFile()).toBe(true);
  });

  it("creates a new file where none is expected", async () => {
    const path = join(await makeTemporaryFolder(), "new.civplan");
    expect(await saveAtomically(path, newBytes, null)).toEqual({ ok: true, value: stampOf(newBytes) });
  });
});

it("takes away what a crash left beside the plan long ago, and nothing else", async () => {
  const { folder, path } = await makePlan();
  const names = [
    ".plan.civplan.0123456789ab.tmp",
    ".plan.civplan.ba9876543210.tmp",
    ".other.civplan.0123456789ab.tmp",
  ];
  for (const name of names) await writeFile(join(folder, name), "half a plan");
  for (const name of names.filter((_, index) => index !== 1)) await utimes(join(folder, name), 1000, 1000);
  await saveAtomically(path, newBytes, stampOf(oldBytes));
  expect((await readdir(folder)).sort()).toEqual([names[2], names[1], "plan.civplan"].sort());
});

describe("the guard against overwriting newer work", () => {
  it("refuses when the content is not what was read, and leaves it", async () => {
    const { folder, path } = await makePlan();
    await writeFile(path, "a colleague's plan");
    const saved = await saveAtomically(path, newBytes, stampOf(oldBytes));
    const current = stampOf(toBytes("a colleague's plan"));
    expect(saved).toEqual({ ok: false, error: { type: "changed-underneath", current } });
    expect(await readFile(path, "utf8")).toBe("a colleague's plan");
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
  });

  it("notices a change of the same length", async () => {
    const { path } = await makePlan();
    await writeFile(path, "the odd plan");
    const saved = await saveAtomically(path, newBytes, stampOf(oldBytes));
    expect(saved).toMatchObject({ ok: false, error: { type: "changed-underneath" } });
  });

  it("refuses when the file is gone, or is there although none was expected", async () => {
    const { folder, path } = await makePlan();
    const gone = await saveAtomically(join(folder, "gone"), newBytes, stampOf(oldBytes));
    expect(gone).toEqual({ ok: false, error: { type: "changed-underneath", current: null } });
    const there = await saveAtomically(path, newBytes, null);
    expect(there).toEqual({ ok: false, error: { type: "changed-underneath", current: stampOf(oldBytes) } });
  });

  it("looks again right before the rename", async () => {
    const { folder, path } = await makePlan();
    const fs = failing({
      open: async (file, flags, mode) => {
        const handle = await nodeFileSystem.open(file, flags, mode);
        // Somebody saves while our temporary file is being written.
        await writeFile(path, "a colleague's plan");
        return handle;
      },
    });
    const saved = await saveAtomically(path, newBytes, stampOf(oldBytes), { fs });
    expect(saved).toMatchObject({ ok: false, error: { type: "changed-underneath" } });
    expect(await readFile(path, "utf8")).toBe("a colleague's plan");
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
  });
});

describe("failures on the way", () => {
  it("leaves the original when the process dies between writing and renaming", async () => {
    const { folder, path } = await makePlan();
    const fs = failing({ rename: () => new Promise(() => undefined) });
    void saveAtomically(path, newBytes, stampOf(oldBytes), { fs });
    await expect.poll(() => readdir(folder)).toHaveLength(2);
    await new Promise((done) => setTimeout(done, 50));
    expect(await readFile(path, "utf8")).toBe("the old plan");
  });

  it("leaves the original and no temporary file when the rename fails", async () => {
    const { folder, path } = await makePlan();
    const fs = failing({ rename: () => Promise.reject(systemError("EACCES")) });
    const saved = await saveAtomically(path, newBytes, stampOf(oldBytes), { fs, platform: "linux" });
    expect(saved).toEqual({ ok: false, error: { type: "permission-denied", name: "plan.civplan" } });
    expect(await readFile(path, "utf8")).toBe("the old plan");
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
  });

  it("reports a full disk and leaves the original", async () => {
    const { folder, path } = await makePlan();
    const fs = failing({
      open: async (file, flags, mode) => {
        const handle = await nodeFileSystem.open(file, flags, mode);
        handle.writeFile = () => Promise.reject(systemError("ENOSPC"));
        return handle;
      },
    });
    const saved = await saveAtomically(path, newBytes, stampOf(oldBytes), { fs });
    expect(saved).toEqual({ ok: false, error: { type: "disk-full" } });
    expect(await readFile(path, "utf8")).toBe("the old plan");
    expect(await readdir(folder)).toEqual(["plan.civplan"]);
  });

  it("syncs the temporary file before the rename and the folder after it", async () => {
    const { folder, path } = await makePlan();
    const steps: string[] = [];
    const fs = failing({
      open: async (file, flags, mode) => {
        const handle = await nodeFileSystem.open(file, flags, mode);
        const sync = handle.sync.bind(handle);
        handle.sync = async () => {
          steps.push(file === folder ? "sync folder" : "sync file");
          await sync();
        };
        return handle;
      },
      rename: async (from, to) => {
        steps.push("rename");
        await nodeFileSystem.rename(from, to);
      },
    });
    await saveAtomically(path, newBytes, stampOf(oldBytes), { fs, platform: "linux" });
    expect(steps).toEqual(["sync file", "rename", "sync folder"]);
  });
});

describe("on Windows", () => {
  const onWindows = (failures: string[]) => {
    const waitsMs: number[] = [];
    const fs = failing({
      rename: async (from, to) => {
        const code = failures.shift();
        if (code !== undefined) throw systemError(code);
        await nodeFileSystem.rename(from, to);
      },
    });
    const sleep = async (durationMs: number) => {
      waitsMs.push(durationMs);
    };
    return { options: { fs: makePatient(fs, sleep), platform: "win32" as const }, waitsMs };
  };

  it("tries again, waiting longer each time, while a scanner holds the file", async () => {
    const { path } = await makePlan();
    const { options, waitsMs } = onWindows(["EPERM", "EBUSY", "EACCES"]);
    expect((await saveAtomically(path, newBytes, stampOf(oldBytes), options)).ok).toBe(true);
    expect(waitsMs).toEqual([10, 20, 40]);
    expect(await readFile(path, "utf8")).toBe("the new plan, a little longer");
  });

  it("gives up in the end, with the original in place", async () => {
    const { path } = await makePlan();
    const { options, waitsMs } = onWindows(Array(20).fill("EBUSY"));
    expect((await saveAtomically(path, newBytes, stampOf(oldBytes), options)).ok).toBe(false);
    expect(waitsMs).toHaveLength(9);
    expect(await readFile(path, "utf8")).toBe("the old plan");
  });

  it("does not repeat other failures", async () => {
    const { path } = await makePlan();
    const { options, waitsMs } = onWindows(["ENOSPC"]);
    expect(await saveAtomically(path, newBytes, stampOf(oldBytes), options)).toMatchObject({
      error: { type: "disk-full" },
    });
    expect(waitsMs).toEqual([]);
  });
});

describe("replacing a file of the app's own", () => {
  it("makes missing folders and keeps others out", async () => {
    const path = join(await makeTemporaryFolder(), "a", "b", "settings.json");
    await replaceAtomically(path, toBytes("{}"));
    expect(await readFile(path, "utf8")).toBe("{}");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
