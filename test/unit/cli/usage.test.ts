import { describe, expect, test } from "vitest";
import { healthyBytes, makeBench } from "./cli-bench";

const COMMANDS = ["new", "info", "verify", "evaluate", "compare", "set", "model"];

test("an unknown command shows the usage and the nearest name, and exits with 2", async () => {
  const bench = makeBench();
  const run = await bench.run("evalute", "plan.civplan");
  expect(run).toMatchObject({ exitCode: 2, out: "" });
  expect(run.error).toMatch(
    /^There is no command "evalute"\. Did you mean evaluate\?\nUsage: civplan \[options\] \[command\]\nCommands: new, info, .*evaluate, .*model\nMore: civplan --help\n$/,
  );
  expect(await bench.json("evalute")).toMatchObject({
    error: { type: "unknown-command", nearest: "evaluate" },
  });
});

describe("wrong usage of a command exits with 2 and shows the command's usage", () => {
  test.each([
    [[], "missing-command", "Usage: civplan [options]"],
    [["info"], "missing-argument", "Usage: civplan info [options] <FILE>"],
    [["info", "a", "b"], "excess-arguments", "Usage: civplan info"],
    [["evaluate", "a", "--sett", "x=1"], "unknown-option", "Usage: civplan evaluate"],
    [["new", "-t", "empty"], "missing-mandatory-option-value", "Usage: civplan new"],
    [["new", "-t", "empty", "-o", "x", "--language", "fr"], "invalid-argument", "Usage: civplan new"],
    [["set", "a.civplan"], "missing-argument", "Usage: civplan set"],
  ])("%j", async (argv, type, usage) => {
    const bench = makeBench();
    const run = await bench.run(...argv);
    expect(run).toMatchObject({ exitCode: 2, out: "", error: expect.stringContaining(usage) });
    expect(await bench.json(...argv)).toMatchObject({ exitCode: 2, error: { type } });
  });
});

test("a misspelt option names the right one", async () => {
  const run = await makeBench().run("evaluate", "a.civplan", "--scenari", "x");
  expect(run.error).toContain("--scenario");
});

test.each(COMMANDS)("the help of %s has an example that starts with the command", async (command) => {
  for (const argv of [
    [command, "--help"],
    ["help", command],
  ]) {
    const { exitCode, out, error } = await makeBench().run(...argv);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(out).toContain(`Example:\n  civplan ${command} `);
    expect(out).toContain("--json");
  }
});

test("the program's help names every command and exit code", async () => {
  const { exitCode, out } = await makeBench().run("--help");
  expect(exitCode).toBe(0);
  for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${command} `, "m"));
  for (const code of [0, 1, 2, 3, 4, 5, 6]) expect(out).toMatch(new RegExp(`^ {2}${code} `, "m"));
});

test("--version prints the version, also as JSON", async () => {
  expect(await makeBench().run("--version")).toEqual({ exitCode: 0, out: "0.0.0-test\n", error: "" });
  expect(await makeBench().json("--version")).toMatchObject({ version: "0.0.0-test" });
});

test("every command prints one JSON object and nothing else on standard output, in any position of --json", async () => {
  const bench = makeBench();
  const file = bench.write("plan.civplan", healthyBytes());
  const lines: readonly string[][] = [
    ["new", "-t", "empty", "-o", bench.path("new.civplan")],
    ["info", file, "--levers"],
    ["verify", file],
    ["evaluate", file],
    ["compare", file, "--scenarios", "base,base"],
    ["set", file, "plan.title=x"],
    ["model", "pairs", "n=3"],
    ["model", "--list"],
  ];
  for (const [command = "", ...rest] of lines) {
    const { out, error } = await bench.run(
      "--json",
      command,
      ...rest,
      ...(command === "new" ? ["--force"] : []),
    );
    expect(typeof JSON.parse(out), command).toBe("object");
    expect(out.startsWith("{") && out.endsWith("}\n"), command).toBe(true);
    expect(error, command).toBe("");
  }
});

test("a name in a file cannot steer the terminal", async () => {
  const bench = makeBench();
  const file = bench.write("plan.civplan", healthyBytes());
  await bench.run("set", file, "task.T01.title=\u001b[2J\u009b31mred\u202egnp", "plan.title=two\nlines");
  for (const command of ["info", "evaluate"]) {
    const { out } = await bench.run(command, file);
    expect(out).toContain("[2J31mredgnp");
    expect(out).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  }
  const { out } = await bench.run("evaluate", file, "--json");
  expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(JSON.parse(out).tasks[0].title).toBe("\u001b[2J\u009b31mred\u202egnp");
});

test("info lists the levers with what the plan says, unit and range", async () => {
  const bench = makeBench();
  const file = bench.write("plan.civplan", healthyBytes());
  const { levers } = await bench.json<{ levers: { path: string }[] }>("info", file, "--levers");
  expect(levers.find(({ path }) => path === "committee.COUNCIL.seats")).toMatchObject({
    planValue: 30,
    unit: "seats",
    maximum: 200,
  });
  const { out } = await bench.run("info", file, "--levers");
  expect(out).toMatch(/committee\.COUNCIL\.seats +30 +seats +3 to 200/);
  expect(await bench.json("info", file)).toMatchObject({
    years: [2027, 2028, 2029, 2030],
    tasks: 11,
    committees: 1,
    scenarios: 0,
    changes: 1,
    people: 1,
  });
});
