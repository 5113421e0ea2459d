import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePlan } from "../../../core/scenario/compile-plan";
import { evaluateScenario } from "../../../core/scenario/evaluate-scenario";
import { indicatorDefinitions } from "../../../core/scenario/outcome";
import {
  type PlanUncertainty,
  readPlanUncertainty,
} from "../../../core/scenario/uncertainty/plan-uncertainty";
import { compileUncertainLines } from "../../../core/scenario/uncertainty/uncertain-lines";
import { NO_UNCERTAINTY } from "../../../core/scenario/uncertainty/uncertainty-spec";
import { ComputeClient } from "../../../renderer/engine/compute-client";
import type { DrawsWork, LongWork, SensitivityWork, SweepWork } from "../../../renderer/engine/compute-job";
import { cutWork } from "../../../renderer/engine/cut-work";
import type { PlanSnapshot } from "../../../renderer/engine/plan-snapshot";
import { makePlan } from "../support/make-plan";
import { EngineWorker, jobKinds } from "./engine-worker";

const { tables } = makePlan("district-governance").document;
const compiled = compilePlan(tables, 1);
const snapshot: PlanSnapshot = {
  compiled,
  lines: compileUncertainLines(tables, compiled),
  uncertainty: readPlanUncertainty(tables),
};

const draws: DrawsWork = { kind: "draws", levers: {}, method: "latin-hypercube", draws: 300, seed: 7 };
const SEATS = "committee.COUNCIL.seats";
const SHARE = "decentralised.share";
const sweep: SweepWork = {
  kind: "sweep",
  levers: {},
  axes: [
    { path: SEATS, values: [3, 30, 40, 50] },
    { path: SHARE, values: [0, 0.05, 0.1] },
  ],
};
const tornado: SensitivityWork = { kind: "sensitivity", levers: {}, method: "tornado", samples: 0, seed: 1 };

function startClient(workerCount: number, makeWorker = () => new EngineWorker(), plan = snapshot) {
  const workers: EngineWorker[] = [];
  const client = new ComputeClient({
    readPlanSnapshot: async () => plan,
    workerCount,
    startWorker: () => {
      const worker = makeWorker();
      workers.push(worker);
      return worker;
    },
  });
  return { client, workers };
}

const run = <W extends LongWork>(work: W, workerCount = 2) =>
  startClient(workerCount).client.runLong({ planRevision: 1, work });

/** On a plan that says something else about what is uncertain. */
const runAssuming = <W extends LongWork>(work: W, uncertainty: PlanUncertainty) =>
  startClient(2, () => new EngineWorker(), { ...snapshot, uncertainty }).client.runLong({
    planRevision: 1,
    work,
  });

describe("long work on a pool of workers", () => {
  it("comes to the same numbers for the same seed with 1, 2 or 8 workers", async () => {
    for (const work of [draws, sweep, { ...tornado, method: "morris", samples: 4 } as const]) {
      const [one, two, eight] = await Promise.all([run(work, 1), run(work, 2), run(work, 8)]);
      expect(one.ok).toBe(true);
      expect(two).toEqual(one);
      expect(eight).toEqual(one);
    }
  });

  it("computes with what the plan says is uncertain, and with the factors and draws that it is asked for", async () => {
    const certain = await runAssuming(draws, { spec: NO_UNCERTAINTY, broken: [] });
    if (!certain.ok) throw new Error(certain.error.type);
    const outcome = evaluateScenario(compiled, {});
    for (const { key, p10, p90 } of certain.value.indicators)
      expect([p10, p90]).toEqual([outcome.indicators[key], outcome.indicators[key]]);

    const chosen: SensitivityWork = {
      ...tornado,
      factors: [{ kind: "lever", name: SEATS, low: 30, high: 50 }],
    };
    const moved = await run(chosen);
    expect(moved.ok && moved.value.factors.map(({ name, low, high }) => [name, low, high])).toEqual([
      [SEATS, 30, 50],
    ]);
    expect(await run({ ...chosen, factors: [] })).toEqual({ ok: false, error: { type: "no-factors" } });

    const { method, seed, levers } = draws;
    const simulated: SweepWork = { ...sweep, simulation: { method, draws: 100, seed } };
    const [one, two] = await Promise.all([run(simulated, 1), run(simulated, 2)]);
    expect(two).toEqual(one);
    if (!one.ok) throw new Error(one.error.type);
    const cell = one.value.find(({ values }) => values[0] === 40 && values[1] === 0.1);
    const alone = await run({ ...draws, draws: 100, levers: { ...levers, [SEATS]: 40, [SHARE]: 0.1 } });
    if (!alone.ok) throw new Error(alone.error.type);
    expect(cell?.spreads).toEqual(alone.value.indicators.map(({ p10, p50, p90 }) => [p10, p50, p90]));
  });

  it("draws nothing while what the plan says is uncertain does not fit together; what needs no draws goes on", async () => {
    const broken: PlanUncertainty = { ...snapshot.uncertainty, broken: ["ceilings"] };
    const refused = { ok: false, error: { type: "broken-assumptions", parts: ["ceilings"] } };
    expect(await runAssuming(draws, broken)).toEqual(refused);
    expect(await runAssuming(tornado, broken)).toEqual(refused);
    const { method, seed } = draws;
    expect(await runAssuming({ ...sweep, simulation: { method, draws: 100, seed } }, broken)).toEqual(
      refused,
    );
    expect(await runAssuming(sweep, broken)).toEqual(await run(sweep));
  });

  it("draws other numbers for another seed", async () => {
    expect(await run({ ...draws, seed: 8 })).not.toEqual(await run(draws));
  });

  it("fills a cell of a sweep with what the scenario itself comes to", async () => {
    const answer = await run(sweep);
    if (!answer.ok) throw new Error(answer.error.type);
    const cell = answer.value.find(({ values }) => values[0] === 40 && values[1] === 0.1);
    const outcome = evaluateScenario(compiled, { [SEATS]: 40, [SHARE]: 0.1 });
    expect(cell?.indicators).toEqual(indicatorDefinitions.map(({ key }) => outcome.indicators[key]));
  });

  it("leaves cells empty in which a council would have fewer seats than officials", async () => {
    const answer = await run(sweep);
    if (!answer.ok) throw new Error(answer.error.type);
    const impossible = answer.value.filter(({ values }) => values[0] === 3);
    expect(impossible.map(({ indicators }) => indicators.every((figure) => figure === null))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("refuses a lever beyond its range before anything is computed", async () => {
    const { client, workers } = startClient(2);
    const work: SweepWork = { ...sweep, axes: [{ path: SEATS, values: [30, 900] }] };
    const refused = await client.runLong({ planRevision: 1, work });
    expect(refused).toMatchObject({
      ok: false,
      error: { type: "lever-out-of-range", path: SEATS, value: 900 },
    });
    expect(workers.flatMap(jobKinds)).not.toContain("part");
  });

  it("refuses a Sobol sequence for more uncertain numbers than it has dimensions", async () => {
    const refused = await run({ ...draws, method: "sobol" });
    expect(refused).toMatchObject({ ok: false, error: { type: "too-many-for-sobol", maximum: 40 } });
  });

  it("ignores levers whose target the plan no longer has", async () => {
    expect(await run({ ...sweep, levers: { "committee.GONE.seats": 9 } })).toEqual(await run(sweep));
  });

  it("tells how far it is and what it comes to so far", async () => {
    const doneRatios: number[] = [];
    const counts: number[] = [];
    await startClient(2).client.runLong({
      planRevision: 1,
      work: draws,
      onProgress: (ratio) => doneRatios.push(ratio),
      onPartial: (summary) => counts.push(summary.draws),
    });
    expect(doneRatios).toEqual([...doneRatios].sort((a, b) => a - b));
    expect(doneRatios.at(-1)).toBe(1);
    expect(counts[0]).toBeLessThan(draws.draws);
  });

  it("says nothing of a grid or an analysis that is not whole: a part of it would be read as another", async () => {
    const partials: unknown[] = [];
    const onPartial = (answer: unknown) => partials.push(answer);
    const { client } = startClient(2);
    await client.runLong({ planRevision: 1, work: { ...tornado, method: "morris", samples: 8 }, onPartial });
    await client.runLong({ planRevision: 1, work: sweep, onPartial });
    expect(partials).toEqual([]);
  });

  it("sends the plan once to each worker", async () => {
    const { client, workers } = startClient(2);
    await client.runLong({ planRevision: 1, work: draws });
    await client.runLong({ planRevision: 1, work: tornado });
    for (const worker of workers)
      expect(jobKinds(worker).filter((kind) => kind === "load-plan")).toHaveLength(1);
  });

  it("ends its workers when it is cancelled, and can be started again", async () => {
    let isStuck = true;
    const { client, workers } = startClient(
      2,
      () => new EngineWorker((request) => isStuck && request.type === "run" && request.job.kind === "part"),
    );
    const cancel = new AbortController();
    const running = client.runLong({ planRevision: 1, work: draws, signal: cancel.signal });
    await expect.poll(() => workers.flatMap(jobKinds).filter((kind) => kind === "part").length).toBe(2);
    cancel.abort(new Error("enough"));
    await expect(running).rejects.toThrow("enough");
    await expect.poll(() => workers.every(({ isTerminated }) => isTerminated)).toBe(true);
    isStuck = false;
    expect(await client.runLong({ planRevision: 1, work: draws })).toEqual(await run(draws));
  });

  it("fails as a whole when a worker crashes, leaves nothing behind, and can be started again", async () => {
    let isStuck = true;
    const { client, workers } = startClient(
      2,
      () => new EngineWorker((request) => isStuck && request.type === "run" && request.job.kind === "part"),
    );
    const running = client.runLong({ planRevision: 1, work: draws });
    await expect.poll(() => workers.flatMap(jobKinds).filter((kind) => kind === "part").length).toBe(2);
    isStuck = false;
    workers[0]?.crash("out of memory");
    await expect(running).rejects.toThrow("out of memory");
    await expect.poll(() => workers.slice(0, 2).every(({ isTerminated }) => isTerminated)).toBe(true);
    expect(await client.runLong({ planRevision: 1, work: draws })).toEqual(await run(draws));
  });

  it("stays about the plan that it began with, whatever is edited meanwhile", async () => {
    let revision = 1;
    const other = makePlan("seoul-civil-democracy").document.tables;
    const compiledLater = compilePlan(other, 2);
    const later: PlanSnapshot = {
      compiled: compiledLater,
      lines: compileUncertainLines(other, compiledLater),
      uncertainty: readPlanUncertainty(other),
    };
    const client = new ComputeClient({
      readPlanSnapshot: async () => (revision === 1 ? snapshot : later),
      workerCount: 2,
      startWorker: () => new EngineWorker(),
    });
    const running = client.runLong({ planRevision: 1, work: draws });
    revision = 2;
    await client.runWhole({
      planRevision: 2,
      work: { kind: "smallest", levers: {}, path: SEATS, conditions: [] },
    });
    expect(await running).toEqual(await run(draws));
  });

  it("is given up when another plan is opened", async () => {
    const { client } = startClient(2);
    const running = client.runLong({ planRevision: 1, work: draws });
    client.forgetPlan();
    await expect(running).rejects.toThrow("closed");
  });
});

describe("cutWork", () => {
  it("covers every item once, in order, however many there are", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("draws", "sweep", "sensitivity"),
        fc.nat({ max: 50_000 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(0, 1, 200, 10_000),
        (kind, size, workers, drawsPerItem) => {
          const cuts = cutWork(kind, size, workers, drawsPerItem);
          let at = 0;
          for (const [from, to] of cuts) {
            if (from !== at || to <= from) return false;
            at = to;
          }
          return at === size;
        },
      ),
    );
  });

  it("gives cells of a sweep that are simulated to workers few at a time, so that it can be seen and stopped", () => {
    expect(cutWork("sweep", 100, 1, 200)[0]).toEqual([0, 1]);
    expect(cutWork("sweep", 100, 1, 200).every(([from, to]) => to - from <= 2)).toBe(true);
  });

  it("begins with a small part for every worker, so that first figures come soon", () => {
    expect(cutWork("draws", 10_000, 2).slice(0, 3)).toEqual([
      [0, 128],
      [128, 256],
      [256, 512],
    ]);
  });
});
