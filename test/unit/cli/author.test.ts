import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { readUntrustedPlan } from "../../../core/planfile/open-plan-file";
import { openDatabase } from "../support/make-plan";
import { type CliBench, healthyBytes, makeBench } from "./cli-bench";

/** Names and ids of those who edited a plan, and their editing sessions. */
function readAuthors(bench: CliBench, name: string) {
  const read = readUntrustedPlan(bench.read(name), openDatabase);
  if (!read.ok) throw new Error(read.error.type);
  const { people, actors, changes } = read.value.log;
  return { people, actors, changes };
}

test("a name has the same person id in each run, and each run an actor id of its own", async () => {
  const bench = makeBench();
  const file = bench.write("plan.civplan", healthyBytes());
  await bench.run("set", file, "plan.title=One", "--author", "Lee");
  await bench.run("set", file, "plan.title=Two", "--author", "Lee");
  await bench.run("set", file, "plan.title=Three");
  const { people, actors, changes } = readAuthors(bench, "plan.civplan");
  expect(people.map(({ displayName }) => displayName)).toEqual(["Kim", "Lee", "Park"]);
  expect(new Set(actors.map(({ id }) => id)).size).toBe(4);
  expect(changes).toHaveLength(4);
  const settings = JSON.parse(readFileSync(bench.settingsFile, "utf8"));
  expect(settings.people.map(({ name }: { name: string }) => name)).toEqual(["Park", "Lee"]);
  expect(people.slice(1).map(({ id }) => id)).toEqual([settings.people[1].id, settings.people[0].id]);
});

test("settings that cannot be read are left alone; the change is written all the same", async () => {
  const bench = makeBench();
  const file = bench.write("plan.civplan", healthyBytes());
  mkdirSync(dirname(bench.settingsFile), { recursive: true });
  writeFileSync(bench.settingsFile, "{ not json");
  const run = await bench.run("set", file, "plan.title=One", "--author", "Lee");
  expect(run).toMatchObject({ exitCode: 0, error: expect.stringContaining("person id of this run") });
  expect(readFileSync(bench.settingsFile, "utf8")).toBe("{ not json");
  expect(readAuthors(bench, "plan.civplan").people.at(-1)?.displayName).toBe("Lee");
});

test("where the settings cannot be kept, the command still works", async () => {
  const bench = makeBench({ settingsFolder: "/dev/null/civplan" });
  const file = bench.write("plan.civplan", healthyBytes());
  const run = await bench.run("set", file, "plan.title=One");
  expect(run).toMatchObject({ exitCode: 0, error: expect.stringContaining("/dev/null/civplan/person.json") });
});

test("an empty name is wrong usage", async () => {
  const bench = makeBench();
  const file = bench.write("plan.civplan", healthyBytes());
  expect(await bench.json("set", file, "plan.title=One", "--author", " ")).toMatchObject({
    exitCode: 2,
    error: { type: "bad-author" },
  });
});
