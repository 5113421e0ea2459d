import { describe, expect, it } from "vitest";
import { buildMenuTemplate, type MenuEntry } from "../../../main/menu/menu-template";
import { findPlanArgument } from "../../../main/plan-arguments";
import type { MenuCommand } from "../../../preload/contract";
import { menuCommandSchema } from "../../../renderer/host/host-values";

const flatten = (entries: MenuEntry[]): MenuEntry[] =>
  entries.flatMap((entry) => [entry, ...flatten(entry.submenu ?? [])]);

describe.each(["linux", "win32", "darwin"] as const)("the menu on %s", (platform) => {
  it("offers every command, in both languages", () => {
    for (const language of ["en", "ko"] as const) {
      const sent: MenuCommand[] = [];
      for (const entry of flatten(buildMenuTemplate(language, platform, (command) => sent.push(command)))) {
        entry.click?.();
      }
      expect(new Set(sent)).toEqual(new Set(menuCommandSchema.options));
    }
  });

  it("shows keys but leaves them to the page, which handles them in both hosts", () => {
    const withKeys = flatten(buildMenuTemplate("en", platform, () => undefined)).filter(
      (entry) => entry.accelerator,
    );
    expect(withKeys.length).toBeGreaterThan(8);
    expect(withKeys.every((entry) => entry.registerAccelerator === false)).toBe(true);
  });

  it("has no way to reload or to the developer tools", () => {
    const roles = flatten(buildMenuTemplate("ko", platform, () => undefined)).map((entry) => entry.role);
    expect(roles).not.toContain("reload");
    expect(roles).not.toContain("toggleDevTools");
  });
});

it("says the same things in Korean", () => {
  const labels = flatten(buildMenuTemplate("ko", "linux", () => undefined)).map((entry) => entry.label);
  expect(labels).toContain("다른 이름으로 저장…");
});

describe("a plan on the command line", () => {
  it.each([
    [["."], null],
    [[".", "--no-sandbox", "plan.civplan"], "/work/plan.civplan"],
    [["--user-data-dir=/x/y.civplan", "/home/kim/PLAN.CIVPLAN"], "/home/kim/PLAN.CIVPLAN"],
    [["plan.txt"], null],
  ])("%j", (commandLine, path) => {
    expect(findPlanArgument(commandLine, "/work")).toBe(path);
  });
});
