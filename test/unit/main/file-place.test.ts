import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeFile, findMustSaveAs, isTemporaryPath } from "../../../main/files/file-place";
import { makeTemporaryFolder, systemError } from "./temporary-folder";

describe("files that are only there for a while", () => {
  it.each([
    "/tmp/plan.civplan",
    "/home/kim/.cache/thunderbird/plan.civplan",
    "/scratch/mozilla_kim0/plan.civplan",
    "/var/folders/ab/cdef/T/com.apple.mail/plan.civplan",
    "/Users/kim/Library/Containers/com.apple.mail/Data/Library/Mail Downloads/1/plan.civplan",
    "C:\\Users\\kim\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\X1\\plan.civplan",
    "C:\\Users\\kim\\AppData\\Local\\Temp\\7zO12\\plan.civplan",
  ])("%s", (path) => {
    expect(isTemporaryPath(path, ["/tmp"])).toBe(true);
  });

  it.each([
    "/home/kim/plan.civplan",
    "/tmpfiles/plan.civplan",
    "/srv/shared/tmp-plans/plan.civplan",
    "C:\\Users\\kim\\Documents\\plan.civplan",
  ])("not %s", (path) => {
    expect(isTemporaryPath(path, ["/tmp"])).toBe(false);
  });
});

describe("where a plan may be saved in place", () => {
  const denying = (denied: string) => ({
    access: async (path: unknown, mode?: number) => {
      if (path === denied && mode !== 0) throw systemError("EACCES");
    },
  });

  it("a file and folder that can be written to", async () => {
    const path = join(await makeTemporaryFolder(), "plan.civplan");
    await writeFile(path, "plan");
    expect(await findMustSaveAs(path, [])).toBeNull();
  });

  it("not a read-only file, nor in a read-only folder", async () => {
    expect(await findMustSaveAs("/plans/plan.civplan", [], denying("/plans/plan.civplan"))).toBe(
      "read-only-file",
    );
    expect(await findMustSaveAs("/plans/plan.civplan", [], denying("/plans"))).toBe("read-only-folder");
  });

  it("not below a temporary folder", async () => {
    const folder = join(await makeTemporaryFolder(), "mail");
    await mkdir(folder);
    const described = await describeFile("file-0001", join(folder, "plan.civplan"), [folder]);
    expect(described).toEqual({
      fileId: "file-0001",
      name: "plan.civplan",
      folder,
      mustSaveAs: "temporary-folder",
    });
  });
});
