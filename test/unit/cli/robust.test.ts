import { describe, expect, test } from "vitest";
import type { RowEdit } from "../../../core/plan/command";
import { makePlan } from "../support/make-plan";
import { saveBytes } from "../support/read-back";
import { makeBench } from "./cli-bench";

const SCENARIOS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "Council of 50": { "committee.COUNCIL.seats": 50 },
  "Share 10 %": { "decentralised.share": 0.1 },
  "Grade B": { "evaluation.grade": "B" },
  "Nearly all to residents": { "decentralised.share": 0.946 },
  "Three posts": { "resource.STAFF.capacity": 3 },
};

function openDistrict(futures: readonly object[]) {
  const plan = makePlan("district-governance");
  const rows = Object.entries(SCENARIOS).flatMap(([title, levers], index): RowEdit[] => {
    const id = `eeeeeeee-0000-7000-8000-00000000000${index}`;
    return [
      { entity: "scenario", rowId: id, cells: { title, position: `a${index}` } },
      ...Object.entries(levers).map(([path, value]) => ({
        entity: "scenarioLever" as const,
        rowId: `${id}/${path}`,
        cells: { value: JSON.stringify(value) },
      })),
    ];
  });
  const added = plan.execute({ type: "add-rows", rows });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  const bench = makeBench();
  const file = bench.write("district.civplan", saveBytes(plan.document));
  const futuresFile = bench.write("futures.json", JSON.stringify({ futures }));
  return { bench, file, futuresFile };
}

interface Robust {
  readonly keepRequired: readonly string[];
  readonly scenarios: readonly {
    readonly scenario: string;
    readonly values: readonly number[];
    readonly regrets: readonly number[];
    readonly droppedRequired: readonly (readonly string[])[];
  }[];
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly run: Readonly<Record<string, unknown>>;
}

const LESS = { name: "Revenue falls by 10 %", ceilingFactor: 0.9 };

describe("10. Which three scenarios still keep all legally required tasks when revenue falls by 10 %?", () => {
  test("council of 50, share 10 % and grade B; not those that give nearly all away or leave three posts", async () => {
    const { bench, file, futuresFile } = openDistrict([LESS]);
    const names = Object.keys(SCENARIOS);
    const options = names.flatMap((name) => ["--scenarios", name]);
    const answer = await bench.json<Robust>("robust", file, "--futures", futuresFile, ...options);
    expect(answer.exitCode).toBe(0);
    expect(answer.keepRequired).toEqual(["Council of 50", "Share 10 %", "Grade B"]);
    const lost = Object.fromEntries(answer.scenarios.map((one) => [one.scenario, one.droppedRequired[0]]));
    expect(lost["Three posts"]).toEqual(["D01"]);
    expect(lost["Nearly all to residents"]?.length).toBeGreaterThan(0);
    const text = await bench.run("robust", file, "--futures", futuresFile, ...options);
    expect(text.out).toContain(
      "All tasks required by law are kept in every future by: Council of 50, Share 10 %, Grade B.",
    );
  });

  test("with the revenue as planned giving nearly all away keeps them too: it is the fall that costs them", async () => {
    const { bench, file, futuresFile } = openDistrict([{ name: "as planned" }]);
    const answer = await bench.json<Robust>("robust", file, "--futures", futuresFile);
    expect(answer.keepRequired).toContain("Nearly all to residents");
    expect(answer.keepRequired).not.toContain("Three posts");
  });
});

test("base and every scenario are compared by default; regrets are never negative; each rule chooses", async () => {
  const { bench, file, futuresFile } = openDistrict([
    { name: "as planned" },
    LESS,
    { name: "Dearer", costFactor: 1.1, set: { "prices.inflation": 0.04 } },
  ]);
  const answer = await bench.json<Robust>("robust", file, "--futures", futuresFile, "--threshold", "70%");
  expect(answer.scenarios.map(({ scenario }) => scenario)).toEqual(["base", ...Object.keys(SCENARIOS)]);
  for (const { regrets } of answer.scenarios) expect(Math.min(...regrets)).toBeGreaterThanOrEqual(0);
  expect(answer.choices.minimaxRegret?.length).toBeGreaterThan(0);
  expect(answer.choices.satisficing?.length).toBeGreaterThan(0);
  expect(answer.run).toMatchObject({ revision: 2 });
});

describe("what cannot be compared", () => {
  test.each([
    [[{ name: "a", ceilingFactor: -1 }], [], "invalid-futures"],
    [[], [], "invalid-futures"],
    [[{ name: "a", ceilingFactorBySource: { DISTRIKT: 0.9 } }], [], "unknown-source"],
    [[{ name: "a", set: { "prices.inflatoin": 0.1 } }], [], "unknown-lever"],
    [[{ name: "a", set: { "prices.inflation": 7 } }], [], "lever-out-of-range"],
    [[LESS], ["--measure", "firstShortYear"], "no-direction"],
    [[LESS], ["--measure", "joy"], "unknown-measure"],
    [[LESS], ["--scenarios", "Council of 5O"], "unknown-scenario"],
    [[LESS], ["--threshold", "high"], "option-out-of-range"],
  ])("%j %j is wrong usage", async (futures, options, type) => {
    const { bench, file, futuresFile } = openDistrict(futures);
    const failed = await bench.json<{ exitCode: number; error: { type: string } }>(
      ...["robust", file, "--futures", futuresFile, ...options],
    );
    expect({ exitCode: failed.exitCode, type: failed.error.type }).toEqual({ exitCode: 2, type });
  });

  test("a futures file that is no JSON cannot be read", async () => {
    const { bench, file } = openDistrict([LESS]);
    const broken = bench.write("broken.json", "{futures");
    expect((await bench.run("robust", file, "--futures", broken)).exitCode).toBe(3);
  });
});
