import { statSync, symlinkSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import { openDatabase } from "../support/make-plan";
import { makeBench } from "./cli-bench";

test("makes a plan from a template: one change by the author, sound for SQLite", async () => {
  const bench = makeBench();
  const file = bench.path("plan.civplan");
  const made = await bench.json("new", "--template", "seoul-civil-democracy", "-o", file, "--author", "Kim");
  expect(made).toMatchObject({
    exitCode: 0,
    file,
    tasks: 11,
    committees: 1,
    years: [2027, 2028, 2029, 2030],
  });
  const read = readUntrustedPlan(bench.read("plan.civplan"), openDatabase);
  if (!read.ok) throw new Error(read.error.type);
  expect(read.value.log.planId).toBe(made.planId);
  expect(read.value.log.changes).toHaveLength(1);
  expect(read.value.log.people.map(({ displayName }) => displayName)).toEqual(["Kim"]);
  expect(openDatabase(bench.read("plan.civplan")).exec("PRAGMA integrity_check")[0]?.values).toEqual([
    ["ok"],
  ]);
  expect(bench.files()).toEqual(["plan.civplan"]);
});

test("info says which tasks delay the plan, what moves with them, and how much slack the others have", async () => {
  const bench = makeBench();
  const file = bench.path("plan.civplan");
  await bench.json("new", "--template", "seoul-civil-democracy", "-o", file);
  const { criticalPath } = await bench.json<{
    criticalPath: {
      endYear: number;
      chain: string[];
      tasks: { code: string; slackYears: number; isCritical: boolean; moves: string[] }[];
    };
  }>("info", file);
  expect(criticalPath.endYear).toBe(2030);
  expect(criticalPath.tasks).toHaveLength(11);
  expect(criticalPath.tasks.find(({ code }) => code === "T01")?.moves).toEqual(["T04"]);
  for (const { slackYears, isCritical } of criticalPath.tasks) expect(isCritical).toBe(slackYears === 0);
  const { out } = await bench.run("info", file);
  expect(out).toContain("The plan ends in 2030; ");
  expect(out).toMatch(/T01 .+ 0 years +T04/);
});

test("every template can be made in both languages", async () => {
  const bench = makeBench();
  for (const template of ["empty", "seoul-civil-democracy", "district-governance"])
    for (const language of ["en", "ko"]) {
      const file = bench.path(`${template}-${language}.civplan`);
      const run = await bench.run("new", "-t", template, "-o", file, "--language", language);
      expect(run).toMatchObject({ exitCode: 0, error: "" });
    }
  const korean = await bench.json<{ title: string }>("info", bench.path("empty-ko.civplan"));
  expect(korean.title).toBe("새 계획");
});

test("writes in the language of the system unless told otherwise", async () => {
  const bench = makeBench({ language: "ko" });
  await bench.run("new", "-t", "empty", "-o", bench.path("a.civplan"));
  expect((await bench.json("info", bench.path("a.civplan"))).title).toBe("새 계획");
});

test("an empty plan starts in the year after now", async () => {
  const bench = makeBench();
  const made = await bench.json("new", "-t", "empty", "-o", bench.path("a.civplan"));
  expect(made.years).toEqual([2027, 2028, 2029, 2030]);
});

test("a file that is there already is untouched without --force and replaced with it", async () => {
  const bench = makeBench();
  const file = bench.write("plan.civplan", "precious");
  expect(await bench.json("new", "-t", "empty", "-o", file)).toMatchObject({
    exitCode: 2,
    error: { type: "file-exists", message: expect.stringContaining("--force") },
  });
  expect(bench.read("plan.civplan").toString()).toBe("precious");
  expect(await bench.run("new", "-t", "empty", "-o", file, "--force")).toMatchObject({ exitCode: 0 });
  expect(await bench.json("verify", file)).toMatchObject({ ok: true });
  expect(bench.files()).toEqual(["plan.civplan"]);
});

test("replacing through a link keeps the link and the file's own mode", async () => {
  const bench = makeBench();
  writeFileSync(bench.path("real.civplan"), "old", { mode: 0o600 });
  symlinkSync(bench.path("real.civplan"), bench.path("link.civplan"));
  expect(await bench.run("new", "-t", "empty", "-o", bench.path("link.civplan"), "--force")).toMatchObject({
    exitCode: 0,
  });
  expect(await bench.json("verify", bench.path("real.civplan"))).toMatchObject({ ok: true });
  expect(statSync(bench.path("real.civplan")).mode & 0o777).toBe(0o600);
});

test("an unknown template is refused with the nearest name", async () => {
  const bench = makeBench();
  expect(await bench.json("new", "-t", "soul-civil-democracy", "-o", bench.path("a"))).toMatchObject({
    exitCode: 2,
    error: { type: "unknown-template", nearest: "seoul-civil-democracy" },
  });
  expect(bench.files()).toEqual([]);
});
