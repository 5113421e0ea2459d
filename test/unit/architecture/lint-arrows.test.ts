import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const projectRoot = resolve(import.meta.dirname, "../../..");

/** Who may import what: the rule of direction of ARCHITECTURE.md, as lint must enforce it. */
const arrows: readonly { from: string; allowed: readonly string[]; forbidden: readonly string[] }[] = [
  {
    from: "core/plan/templates",
    allowed: ["zod", "fractional-indexing", "../command", "../../result"],
    forbidden: [
      ...["planfile", "budget", "committee", "voting", "scenario", "exchange", "report"].map(inCore),
      ...["node:fs", "electron", "react", "sql.js", "@mantine/core"],
    ],
  },
  ...["planfile", "budget", "committee", "voting"].map((name) => ({
    from: `core/${name}/part`,
    allowed: [inCore("plan"), "../neighbour", "../../result", "zod"],
    forbidden: [
      ...["planfile", "budget", "committee", "voting", "scenario", "exchange", "report"]
        .filter((other) => other !== name)
        .map(inCore),
      "node:crypto",
    ],
  })),
  {
    from: "core/scenario/models",
    allowed: ["plan", "budget", "committee", "voting"].map(inCore),
    forbidden: [...["planfile", "exchange", "report"].map(inCore), "react"],
  },
  ...["exchange", "report"].map((name) => ({
    from: `core/${name}/part`,
    allowed: ["plan", "planfile", "budget", "committee", "voting", "scenario"].map(inCore),
    forbidden: [inCore(name === "exchange" ? "report" : "exchange"), "node:fs/promises"],
  })),
  ...["core/plan/templates", "core/planfile/part", "core/scenario/models", "core/report/part"].map(
    (from) => ({
      from,
      allowed: [],
      forbidden: ["renderer", "main", "preload", "cli", "test", "scripts"].map(
        (outside) => `../../../${outside}/part/thing`,
      ),
    }),
  ),
  {
    from: "renderer/features/tasks",
    allowed: ["../../../core/plan/entities", "../../host/host", "react", "@mantine/core", "./task-grid"],
    forbidden: [
      ...["main", "cli", "test", "scripts"].map((outside) => `../../../${outside}/part/thing`),
      ...["../../../preload/contract", "node:fs", "node:fs/promises", "fs", "path", "electron"],
    ],
  },
  {
    from: "renderer/host",
    allowed: ["../../preload/contract", "../../core/result"],
    forbidden: ["../../main/services", "node:path", "electron"],
  },
  {
    from: "preload",
    allowed: ["electron", "zod", "../renderer/host/host-values", "../core/result"],
    forbidden: ["../main/services", "../renderer/ui/panel", "../core/plan/entities", "node:fs", "react"],
  },
  {
    from: "main/files",
    allowed: ["electron", "node:fs", "node:fs/promises", "zod", "../../preload/contract", "../ipc"],
    forbidden: [
      ...["core/plan", "renderer/host", "cli/files", "test/unit"].map((outside) => `../../${outside}/thing`),
      ...["react", "sql.js"],
    ],
  },
  {
    from: "cli/commands",
    allowed: ["../../core/plan/entities", "commander", "sql.js", "node:fs", "../output/print"],
    forbidden: [
      ...["renderer/host", "main/files", "preload", "test/unit"].map((outside) => `../../${outside}/thing`),
      ...["electron", "react"],
    ],
  },
];

function inCore(folder: string): string {
  return `../../${folder}/thing`;
}

/** Ways to have a clock or chance of one's own. */
const clocksAndChance = [
  "Math.random()",
  "[1].map(Math.random)",
  "Date.now()",
  "new Date()",
  "Date()",
  "performance.now()",
  "crypto.randomUUID()",
  "globalThis.crypto.randomUUID()",
];

const withoutClock = ["new Date(0)", "Date.UTC(2027, 0, 1)", "Math.floor(1.5)"];

/** Planted files by path, each with one statement; named so that lint finds nothing else to say. */
const planted = new Map<string, string>();
const plant = (path: string, source: string) => {
  planted.set(path, source);
  return path;
};

const imports = arrows.flatMap(({ from, allowed, forbidden }, group) =>
  [
    ...allowed.map((target) => [target, true] as const),
    ...forbidden.map((target) => [target, false] as const),
  ].map(([target, isAllowed], index) => ({
    from,
    target,
    isAllowed,
    path: plant(`${from}/planted-${group}-${index}.ts`, `import "${target}";\n`),
  })),
);

const values = [...clocksAndChance, ...withoutClock].flatMap((expression, index) =>
  ["core/scenario", "renderer/ui"].map((from) => ({
    from,
    expression,
    isAllowed: from !== "core/scenario" || withoutClock.includes(expression),
    path: plant(`${from}/planted-value-${index}.ts`, `export const planted = ${expression};\n`),
  })),
);

let folder = "";
/** Rules that lint reports as errors, by file. */
const findings = new Map<string, string[]>();

const note = (path: string, rule: string) => findings.set(path, [...(findings.get(path) ?? []), rule]);

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "civplan-lint-")));
  const config: Record<string, unknown> = JSON.parse(readFileSync(join(projectRoot, "biome.json"), "utf8"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...config, vcs: { enabled: false } }));
  cpSync(join(projectRoot, ".biome"), join(folder, ".biome"), { recursive: true });
  for (const [path, source] of planted) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const biome = join(projectRoot, "node_modules/@biomejs/biome/bin/biome");
  const args = ["lint", "--reporter=github", "--max-diagnostics=none", "."];
  const { stdout, status } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: "utf8" });
  expect(status, stdout).toBe(1);
  for (const [, rule = "", path = ""] of stdout.matchAll(/^::error title=([^,]*),file=([^,]*),/gm))
    note(relative(folder, path).replaceAll(sep, "/"), rule);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(imports.filter(({ isAllowed }) => !isAllowed))("$from must not import $target", ({ path }) => {
  expect(findings.get(path)).toEqual(["lint/style/noRestrictedImports"]);
});

test.each(imports.filter(({ isAllowed }) => isAllowed))("$from may import $target", ({ path }) => {
  expect(findings.get(path)).toBeUndefined();
});

test.each(values.filter(({ isAllowed }) => !isAllowed))("core must not say $expression", ({ path }) => {
  expect(findings.get(path)).toEqual(["plugin"]);
});

test.each(values.filter(({ isAllowed }) => isAllowed))("$from may say $expression", ({ path }) => {
  expect(findings.get(path)).toBeUndefined();
});
