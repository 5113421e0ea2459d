import { expect, test } from "vitest";
import type { RowEdit } from "../../../core/plan/command";
import { copyFor, mergeOrThrow } from "../support/copies";
import { tamper } from "../support/dump-plan";
import { makePlan, START_MS } from "../support/make-plan";
import { saveBytes } from "../support/read-back";
import { healthyBytes, makeBench } from "./cli-bench";

interface Verified {
  readonly ok: boolean;
  readonly problems: readonly { type: string; message: string }[];
}

function verify(bytes: Uint8Array) {
  const bench = makeBench();
  return bench.json<Verified>("verify", bench.write("plan.civplan", bytes));
}

const typesOf = ({ problems }: Verified) => problems.map(({ type }) => type);

test("a healthy plan is ok", async () => {
  expect(await verify(healthyBytes())).toMatchObject({ exitCode: 0, ok: true, problems: [] });
});

test("a plan whose latest change is still to come is sound, and whose clock is wrong is said beside the answer", async () => {
  const aDayEarly = makeBench({ nowMs: () => START_MS - 86_400_000 });
  const file = aDayEarly.write("plan.civplan", healthyBytes());
  for (const command of ["verify", "info"]) {
    const { exitCode, error } = await aDayEarly.run(command, file);
    expect(exitCode).toBe(0);
    expect(error).toMatch(
      /The latest change in .*plan\.civplan is dated 2026-11-22T00:00:\d\d\.\d{3}Z, which is/,
    );
  }
  const inTime = makeBench();
  const run = await inTime.run("verify", inTime.write("plan.civplan", healthyBytes()));
  expect(run.error).toBe("");
});

test("tables that say something else than the log are named row by row", async () => {
  const forged = tamper(
    healthyBytes(),
    "UPDATE committee SET seats = 99",
    "DELETE FROM task WHERE code = 'T01'",
    "INSERT INTO area(id, code, _deleted) VALUES('forged', 'ZZ', 0)",
    "DROP TABLE evidence",
  );
  const verified = await verify(forged);
  expect(verified).toMatchObject({ exitCode: 1, ok: false });
  const messages = verified.problems.map(({ message }) => message).join("\n");
  expect(messages).toMatch(/Table committee: row \S+ has other values than the log/);
  expect(messages).toMatch(/Table task: row \S+ is missing/);
  expect(messages).toMatch(/Table area: row forged is not in the log/);
  expect(messages).toMatch(/Table evidence: it cannot be read/);
  expect(new Set(typesOf(verified))).toEqual(new Set(["table-differs-from-log"]));
});

test("a file that an older version wrote without a table or column is as sound as it was", async () => {
  const plan = makePlan("empty");
  const older = tamper(
    saveBytes(plan.document),
    "DROP TABLE cost_line",
    "ALTER TABLE plan DROP COLUMN grading_rule",
  );
  expect(await verify(older)).toMatchObject({ exitCode: 0, ok: true });
});

test("what a person must look at is listed, and nothing is corrected", async () => {
  const kim = makePlan("seoul-civil-democracy");
  const lee = copyFor(kim.document.toLog(), "Lee", "cccccccc");
  const [first, second] = [kim.idOf("task", "T01"), kim.idOf("task", "T02")];
  const dependency = (taskId: string, predecessorId: string): RowEdit => ({
    entity: "taskDependency",
    rowId: `${taskId}/${predecessorId}`,
    cells: {},
  });
  // Neither of them closes a circle; the merge does.
  kim.execute({ type: "add-rows", rows: [dependency(first, second)] });
  lee.execute({ type: "add-rows", rows: [dependency(second, first)] });
  const merged = mergeOrThrow(kim.document.toLog(), lee.document.toLog());
  const plan = copyFor(merged.log, "Park", "dddddddd");
  plan.execute({
    type: "set-cells",
    edits: [
      { entity: "task", rowId: second, cells: { areaId: "gone" } },
      { entity: "task", rowId: plan.idOf("task", "T04"), cells: { code: "T03" } },
      { entity: "ceiling", rowId: "CITY/2028", cells: { ceilingWon: 1_000_000 } },
      { entity: "resourceCapacity", rowId: "STAFF/2029", cells: { capacity: 1 } },
    ],
  });
  const bytes = saveBytes(plan.document);
  const bench = makeBench();
  const file = bench.write("plan.civplan", bytes);
  const verified = await bench.json<Verified>("verify", file);
  expect(verified.exitCode).toBe(1);
  expect(new Set(typesOf(verified))).toEqual(
    new Set([
      "dependency-cycle",
      "dangling-reference",
      "duplicate-code",
      "ceiling-exceeded",
      "capacity-exceeded",
    ]),
  );
  const { out } = await bench.run("verify", file);
  expect(out).toContain("These tasks wait for each other in a circle: T01, T02.");
  expect(out).toContain("task T02: its area does not exist any more.");
  expect(out).toContain("The code T03 is used by more than one task.");
  expect(out).toMatch(/The ceiling of City in 2028 is exceeded by ₩[\d,]+ million\./);
  expect(out).toMatch(/The capacity of Secretariat staff in 2029 is exceeded by [\d.]+ posts\./);
  expect(Buffer.compare(bench.read("plan.civplan"), bytes)).toBe(0);
});
